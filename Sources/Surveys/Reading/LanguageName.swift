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

/// ISO 639-1. Three letters are ISO 639-3 and too many to list: for the languages that have no two.
let twoLetterLanguages = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv \
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st \
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))
