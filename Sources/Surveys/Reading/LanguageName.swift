/// What a language code is called in Chinese; the code itself for one that surveys here have not met.
func languageName(_ code: String) -> String {
    switch code {
    case "zh": "中文"
    case "en": "英文"
    case "bo": "藏文"
    case "ug": "维吾尔文"
    case "mn": "蒙古文"
    case "kk": "哈萨克文"
    case "ko": "朝鲜文"
    case "za": "壮文"
    case "ii": "彝文"
    default: code
    }
}
