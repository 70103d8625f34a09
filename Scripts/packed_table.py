"""The form of the binary tables in language/, which Sources/Lingua/PackedTable.swift reads as they are.

A table is little-endian: four letters "WPT1", four letters for its kind, a checksum, the number of sections, the length of
each section in bytes, then the sections, each filled up with zeros to a multiple of four. The checksum is FNV-1a over the
32-bit words after it.
"""
import struct


def trie_sections(words):
    """Words and their numbers (> 0) as a trie whose nodes are numbered level by level.

    Node 0 is the root; the children of node n are the nodes first[n] ..< first[n + 1], in the order of their labels;
    labels[n] is the character that leads to n; values[n] is the number of the word that ends there, or 0.
    """
    root = {}
    for word, value in words.items():
        node = root
        for character in word:
            if ord(character) > 0xFFFF:
                raise ValueError(f"{word}: a character outside the basic plane")
            node = node.setdefault(character, {})
        node[""] = value
    first, labels, values = [], [0], []
    level, made = [root], 1
    while level:
        below = []
        for node in level:
            first.append(made)
            values.append(node.get("", 0))
            for character in sorted(key for key in node if key):
                labels.append(ord(character))
                below.append(node[character])
                made += 1
        level = below
    return first + [made], labels, values


def text_section(texts):
    """Texts as two sections: the offsets, one more than there are texts, and their UTF-8."""
    offsets, pool = [0], bytearray()
    for text in texts:
        pool += text.encode("utf-8")
        offsets.append(len(pool))
    return [("I", offsets), ("B", list(pool))]


def write_table(path, kind, sections):
    """Writes sections of 8-, 16- or 32-bit numbers (B, H, I) and returns the size of the file."""
    lengths, body = [], bytearray()
    for form, numbers in sections:
        section = struct.pack(f"<{len(numbers)}{form}", *numbers)
        lengths.append(len(section))
        body += section + bytes(-len(section) % 4)
    rest = struct.pack(f"<I{len(lengths)}I", len(lengths), *lengths) + bytes(body)
    checksum = 0x811C9DC5
    for word, in struct.iter_unpack("<I", rest):
        checksum = (checksum ^ word) * 0x01000193 & 0xFFFFFFFF
    data = b"WPT1" + kind.encode("ascii") + struct.pack("<I", checksum) + rest
    path.write_bytes(data)
    return len(data)
