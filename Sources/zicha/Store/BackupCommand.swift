import ArgumentParser
import Storage
import Surveys

struct BackupCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份整个库，并读一遍核对 | Copy the whole store, and read the copy through")

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("备份文件，不能已经存在 | The copy; it must not exist yet.", valueName: "file"))
    var output: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let target = Output.text(output)
        try target.check(sparing: [store.path])
        try target.checkIsNew(instead: Wording("请换一个名字", "choose another name"))
        try store.opened().backUp(to: output, on: store.today)
        console.say(
            Wording(
                "已备份到 \(output)；这一轮封存以后请销毁封存之前的备份，其中看得出答卷到来的先后",
                "copied to \(output); once the round is sealed, destroy the copies made before, which tell in which order responses came"
            ))
    }
}

struct VerifyCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "核对库：每一页、日志、封存各轮的根指纹 | Check the store: every page, the log, the roots of sealed rounds")

    @Option(
        help: ArgumentHelp(
            "查一张回执是否在已封存的一轮里 | Look for a receipt in the sealed rounds.", valueName: "receipt"))
    var receipt: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        try opened.verify()
        let sealed = try opened.years().filter { try opened.seal(of: $0) != nil }
        for year in sealed {
            guard let seal = try opened.seal(of: year) else { continue }
            console.say(
                Wording(
                    "\(year)：\(seal.responses) 份，根指纹 \(seal.root)，一致",
                    "\(year): \(seal.responses) responses, root \(seal.root), as sealed"))
        }
        if let receipt {
            let found = try sealed.first { try opened.holds(receipt: receipt, in: $0) }
            guard let found else {
                throw Complaint(
                    "已封存的各轮里没有这张回执；请核对每一位，还没有封存的要等封存以后再查",
                    "no sealed round has this receipt; check each letter, or wait until the round is sealed")
            }
            console.say(Wording("这张回执在 \(found) 年的答卷里", "the receipt is of a response in the round \(found)"))
        }
        console.say(Wording("库是完好的", "the store is whole"))
    }
}
