import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "the examples of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(_ text: String, _ hash: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == hash)
    }

    /// Reference: Python's hashlib, of the hashes of n bytes (7 i + n modulo 256) for n from 0 to 300, one behind the other.
    @Test("every length round the ends of blocks")
    func lengths() {
        let hashes = (0...300).flatMap { count in
            SHA256.digest(of: (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + count) })
        }
        #expect(
            SHA256.hexadecimal(of: hashes) == "60d63ff40b5558727a9b786ac0be9300f7ca58fd9ddd3b2f3681b369018a87dc")
    }
}
