"""The disk as it could be after a power cut at any moment of a recorded run.

What was synchronised is there. Of what was written to a file since, any part may be there and any part not, the last
write even torn between two sectors; and so with the names made and removed in the folder since that was synchronised.
"""

import collections, os, struct

WRITE, SYNC, TRUNCATE, RENAME, LINK, UNLINK, CREATE = range(1, 8)
HEAD = struct.Struct("<iiQqqq")
SECTOR = 512

Event = collections.namedtuple("Event", "kind descriptor inode offset names data")


def events(path):
    """The calls that the shim noted, in their order."""
    with open(path, "rb") as file:
        bytes_ = file.read()
    place = 0
    while place < len(bytes_):
        kind, descriptor, inode, offset, count, length = HEAD.unpack_from(bytes_, place)
        place += HEAD.size
        names = bytes_[place:place + length].decode().split("\n")
        place += length
        data = bytes_[place:place + count] if kind == WRITE else b""
        place += len(data)
        yield Event(kind, descriptor, inode, offset, names, data)


def is_kept(path):
    """Whether a file outlives its process: neither the index in shared memory nor the lock means anything later."""
    return not path.endswith(("-shm", ".lock"))


class Disk:
    """One folder of a disk: what is safe, and what is only on its way there."""

    def __init__(self, folder):
        self.folder = folder
        # By a number of our own: the system gives a removed file's to the next one, while its old bytes may still have
        # their name on the disk.
        self.numbers, self.safe, self.waiting = {}, [], []
        self.names, self.names_waiting = {}, []
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and is_kept(path):
                with open(path, "rb") as file:
                    self.names[name] = self.add(os.stat(path).st_ino, file.read())

    def add(self, inode, content=b""):
        self.numbers[inode] = len(self.safe)
        self.safe.append(bytearray(content))
        self.waiting.append([])
        return self.numbers[inode]

    def inside(self, path):
        folder, name = os.path.split(path)
        return name if folder == self.folder and is_kept(path) else None

    def apply(self, event, ignores_sync):
        """Takes in one call; `ignores_sync` says of a path whether its synchronising is to be left out."""
        path = event.names[0]
        if event.kind == SYNC and path == self.folder:
            for change in self.names_waiting:
                give_names(self.names, change)
            self.names_waiting = []
        elif event.kind in (RENAME, LINK):
            source, target = map(self.inside, event.names)
            if source and target:
                change = [(target, self.numbers[event.inode])]
                self.names_waiting.append(change + ([(source, None)] if event.kind == RENAME else []))
        elif self.inside(path.removesuffix(" (deleted)")) is None:
            return
        elif event.kind == UNLINK:
            self.names_waiting.append([(self.inside(path), None)])
        elif event.kind == CREATE:
            self.names_waiting.append([(self.inside(path), self.add(event.inode))])
        elif event.kind == SYNC:
            if not ignores_sync(path):
                number = self.numbers[event.inode]
                for change in self.waiting[number]:
                    put(self.safe[number], *change)
                self.waiting[number] = []
        else:
            change = (event.offset, event.data if event.kind == WRITE else None)
            self.waiting[self.numbers[event.inode]].append(change)

    def is_settled(self):
        """Whether a cut could lose nothing now."""
        return not self.names_waiting and not any(self.waiting[number] for number in self.names.values())

    def cut(self, chance):
        """The files as one power cut could leave them: a name each with its bytes."""
        likely = chance.choice((0, 0.2, 0.5, 0.8, 1))
        names = dict(self.names)
        for change in self.names_waiting:
            if chance.random() < likely:
                give_names(names, change)
        left, contents = {}, {}
        for name, number in names.items():
            if number not in contents:
                contents[number] = self.cut_file(number, chance)
            left[name] = contents[number]
        return left

    def cut_file(self, number, chance):
        waiting = self.waiting[number]
        if not waiting:
            return self.safe[number]
        content = bytearray(self.safe[number])
        likely = chance.choice((0, 0.2, 0.5, 0.8, 1))
        for index, (offset, data) in enumerate(waiting):
            if chance.random() < likely:
                put(content, offset, data)
            elif data is not None and (index == len(waiting) - 1 or chance.random() < 0.1):
                tear(content, offset, data, chance)
            elif data is not None and chance.random() < 0.2:
                # The file grew, and its new part was never written.
                content.extend(bytes(max(0, offset + len(data) - len(content))))
        return content


def give_names(names, change):
    for name, number in change:
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def put(content, offset, data):
    """Writes data at a place, or, without any, cuts the file to that length."""
    content.extend(bytes(max(0, offset - len(content))))
    if data is None:
        del content[offset:]
    else:
        content[offset:offset + len(data)] = data


def tear(content, offset, data, chance):
    """Puts down only what lies before a boundary of sectors, or only what lies after it."""
    first = (offset // SECTOR + 1) * SECTOR
    bounds = range(first, offset + len(data), SECTOR)
    if not bounds:
        return
    at = chance.choice(bounds) - offset
    if chance.random() < 0.7:
        put(content, offset, data[:at])
    else:
        put(content, offset + at, data[at:])
