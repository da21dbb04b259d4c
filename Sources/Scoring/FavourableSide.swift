package import Surveys

/// Which points of an item are favourable: those beyond the middle of its declared points, on the better side.
///
/// On five levels 4 and 5 are favourable, 1 and 2 unfavourable and 3 neither (好评: 比较符合、完全符合).
package struct FavourableSide {
    private let doubledMiddle: Int
    private let sign: Int

    /// - Parameter points: by code, reversal made; what does not score is nil.
    package init(points: [Int?], _ direction: Dimension.Direction) {
        let declared = points.compactMap { $0 }
        doubledMiddle = (declared.min() ?? 0) + (declared.max() ?? 0)
        sign = direction == .lowerIsBetter ? -1 : 1
    }

    package func isFavourable(_ points: Int) -> Bool { sign * (2 * points - doubledMiddle) > 0 }

    package func isUnfavourable(_ points: Int) -> Bool { sign * (2 * points - doubledMiddle) < 0 }
}
