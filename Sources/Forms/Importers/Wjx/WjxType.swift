/// The question types that 问卷星 and the texts written for it know.
enum WjxType: Sendable, Equatable {
    case single, multiple, dropdown, judgement, ranking
    case text, longText, severalTexts, number, date, month
    case scale, rating, recommendation, slider, shares
    case matrixSingle, matrixScale, matrixMultiple, matrixText
    case note, page
    /// Asks for what no survey text can hold: a file, a drawing, a place on a map.
    case unsupported

    /// - Parameter word: what stands in the brackets, half-width and in lower case.
    init?(_ word: String) {
        let bare = word.hasSuffix("题") ? String(word.dropLast()) : word
        guard let type = Self.bySpelling[bare] ?? (bare.hasPrefix("nps") ? .recommendation : nil) else { return nil }
        self = type
    }

    /// Below it stand answers to choose from.
    var takesOptions: Bool {
        switch self {
        case .single, .multiple, .dropdown, .judgement, .ranking: true
        default: false
        }
    }

    var isMatrix: Bool {
        switch self {
        case .matrixSingle, .matrixScale, .matrixMultiple, .matrixText: true
        default: false
        }
    }

    /// What stands below it belongs to it even after a blank line.
    var takesLines: Bool {
        switch self {
        case .scale, .rating, .slider, .shares, .severalTexts: true
        default: takesOptions || isMatrix
        }
    }

    private static let spellings: [(WjxType, String)] = [
        (.single, "单选 单项选择 单项 情景 评分单选 测试 考试单选 测试单选 投票单选 图片单选 radio"),
        (.multiple, "多选 多项选择 多项 不定项选择 不定项 评分多选 测试多选 考试多选 投票多选 图片多选 checkbox"),
        (.dropdown, "下拉 下拉框 下拉单选 下拉选择"),
        (.judgement, "判断 是非 考试判断 测试判断"),
        (.ranking, "排序 图片排序"),
        (.text, "填空 单项填空 单行填空 单行文本 单行文字 文本 考试填空 测试填空"),
        (.longText, "简答 问答 多行填空 多行文本 多行文字 主观 开放 论述 考试简答 测试简答"),
        (.severalTexts, "多项填空 多空填空 横向填空 考试多项填空 考试完形填空 完形填空"),
        (.number, "数字 数值 数字填空"),
        (.date, "日期 时间 日期时间"),
        (.month, "月份 年月"),
        (.scale, "量表 评分量表 文字点评量表 李克特量表 反向量表"),
        (.rating, "评分 打分 星级 星级评分 评价"),
        (.recommendation, "净推荐值"),
        (.slider, "滑动条 滑块 单项滑动条"),
        (.shares, "比重 权重 恒定总和"),
        (.matrixSingle, "矩阵 矩阵单选"),
        (.matrixScale, "矩阵量表 矩阵评分 矩阵打分 矩阵反向量表"),
        (.matrixMultiple, "矩阵多选"),
        (.matrixText, "矩阵填空 矩阵文本"),
        (.note, "段落说明 段落 描述 文字描述 说明文字 备注说明"),
        (.page, "分页栏 分页 分页符 翻页"),
        (
            .unsupported,
            """
            上传文件 文件上传 附件 附件上传 图片上传 绘图 签名 手写签名 电子签名 商品 多级下拉 联动 表格 表格数值 表格填空 表格下拉 表格组合 自增表格 矩阵滑动条 \
            地理位置 地图 定位 轮播图 视频 录音 音频 卡片分类 热力图 联合分析 选项分类 图片pk maxdiff psm kano sus vlookup 密码 预约
            """
        ),
    ]

    private static let bySpelling: [String: WjxType] = Dictionary(
        uniqueKeysWithValues: spellings.flatMap { type, words in
            words.split { $0 == " " || $0 == "\n" }.map { (String($0), type) }
        })
}
