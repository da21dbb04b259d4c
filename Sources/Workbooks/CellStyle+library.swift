import CXlsxWriter

extension CellStyle {
    /// Writes the style into a fresh format of the library.
    func describe(to format: UnsafeMutablePointer<lxw_format>, fonts: FontSet) {
        unsafe format_set_font_name(format, fonts.name(of: font))
        unsafe format_set_font_size(format, size)
        unsafe format_set_font_color(format, color.library)
        if isBold || fonts.isBold(font) { unsafe format_set_bold(format) }
        if isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let fill { unsafe format_set_bg_color(format, fill.library) }
        if !numberFormat.isEmpty { unsafe format_set_num_format(format, numberFormat) }
        if let alignment = horizontal.library { unsafe format_set_align(format, UInt8(alignment.rawValue)) }
        unsafe format_set_align(format, UInt8(vertical.library.rawValue))
        if wraps { unsafe format_set_text_wrap(format) }
        if indent > 0 { unsafe format_set_indent(format, UInt8(indent)) }
        if isUnlocked { unsafe format_set_unlocked(format) }
        if let edge = borders.top {
            unsafe format_set_top(format, edge.library)
            unsafe format_set_top_color(format, edge.color.library)
        }
        if let edge = borders.bottom {
            unsafe format_set_bottom(format, edge.library)
            unsafe format_set_bottom_color(format, edge.color.library)
        }
        if let edge = borders.left {
            unsafe format_set_left(format, edge.library)
            unsafe format_set_left_color(format, edge.color.library)
        }
        if let edge = borders.right {
            unsafe format_set_right(format, edge.library)
            unsafe format_set_right_color(format, edge.color.library)
        }
    }
}

extension CellStyle.Horizontal {
    fileprivate var library: lxw_format_alignments? {
        switch self {
        case .general: nil
        case .left: LXW_ALIGN_LEFT
        case .center: LXW_ALIGN_CENTER
        case .right: LXW_ALIGN_RIGHT
        }
    }
}

extension CellStyle.Vertical {
    fileprivate var library: lxw_format_alignments {
        switch self {
        case .top: LXW_ALIGN_VERTICAL_TOP
        case .center: LXW_ALIGN_VERTICAL_CENTER
        case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
        }
    }
}

extension CellStyle.Edge {
    fileprivate var library: UInt8 {
        switch weight {
        case .thin: UInt8(LXW_BORDER_THIN.rawValue)
        case .medium: UInt8(LXW_BORDER_MEDIUM.rawValue)
        }
    }
}
