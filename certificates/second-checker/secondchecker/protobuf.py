"""The wire format of protocol buffers, as much as an ONNX file needs. FORMAT.md section 4.

A message is read as a dictionary: field number -> list of values, each an integer (varint, 32 or
64 bits little-endian as bytes) or bytes.
"""
from . import Refused


def varint(data, at):
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise Refused('the network file is damaged (varint)')
        b = data[at]
        at += 1
        value |= (b & 127) << shift
        if not b & 128:
            return value & (1 << 64) - 1, at
        shift += 7


def message(data):
    fields, at = {}, 0
    while at < len(data):
        key, at = varint(data, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = varint(data, at)
        else:
            if wire == 2:
                size, at = varint(data, at)
            elif wire == 1:
                size = 8
            elif wire == 5:
                size = 4
            else:
                raise Refused('the network file is damaged (wire type %d)' % wire)
            if at + size > len(data):
                raise Refused('the network file is damaged (length)')
            value = data[at:at + size]
            at += size
        if number == 0:
            raise Refused('the network file is damaged (field 0)')
        fields.setdefault(number, []).append(value)
    return fields


def signed(value):
    return value - (1 << 64) if value >> 63 else value


def packed_varints(values):
    result = []
    for v in values:
        if isinstance(v, int):
            result.append(signed(v))
        else:
            at = 0
            while at < len(v):
                x, at = varint(v, at)
                result.append(signed(x))
    return result


def packed_fixed(values):
    if any(isinstance(v, int) for v in values):
        raise Refused('the network file is damaged (packed numbers)')
    return b''.join(values)


def text(fields, number, default=''):
    v = fields.get(number)
    if not v:
        return default
    if isinstance(v[-1], int):
        raise Refused('the network file is damaged (text expected)')
    try:
        return v[-1].decode('utf-8')
    except UnicodeDecodeError:
        raise Refused('the network file is damaged (text)')


def integer(fields, number, default=0):
    v = fields.get(number)
    if not v:
        return default
    if not isinstance(v[-1], int):
        raise Refused('the network file is damaged (number expected)')
    return signed(v[-1])


def messages(fields, number):
    result = []
    for v in fields.get(number, ()):
        if isinstance(v, int):
            raise Refused('the network file is damaged (message expected)')
        result.append(message(v))
    return result
