using System.Buffers.Binary;
using System.Text;

namespace PosCases.DeskBench.Live;

/// <summary>As much of MessagePack as the protocol of circuits uses.</summary>
internal static class Pack
{
    /// <summary>One message: an array, with its length before it, as the hub frames it.</summary>
    public static byte[] Frame(IReadOnlyList<object?> message)
    {
        using MemoryStream body = new();
        Write(body, message);
        using MemoryStream framed = new();
        for (var length = (uint)body.Length; ; length >>= 7)
        {
            framed.WriteByte((byte)(length < 0x80 ? length : (length & 0x7F) | 0x80));
            if (length < 0x80)
            {
                break;
            }
        }

        body.WriteTo(framed);
        return framed.ToArray();
    }

    /// <summary>Reads the length before a message; false when it has not arrived whole.</summary>
    public static bool TryFrame(ReadOnlySpan<byte> bytes, out int start, out int length)
    {
        (start, length) = (0, 0);
        for (var shift = 0; start < bytes.Length; shift += 7)
        {
            var part = bytes[start++];
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return bytes.Length >= start + length;
            }
        }

        return false;
    }

    /// <summary>Reads one value: null, bool, long, string, byte[] or a list of such.</summary>
    public static object? Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var kind = bytes[at++];
        switch (kind)
        {
            case <= 0x7F:
                return (long)kind;
            case <= 0x8F:
                return Map(bytes, ref at, kind & 0x0F);
            case <= 0x9F:
                return List(bytes, ref at, kind & 0x0F);
            case <= 0xBF:
                return Text(bytes, ref at, kind & 0x1F);
            case 0xC0:
                return null;
            case 0xC2 or 0xC3:
                return kind == 0xC3;
            case 0xC4 or 0xC5 or 0xC6:
                return Take(bytes, ref at, (int)Number(bytes, ref at, 1 << (kind - 0xC4))).ToArray();
            case 0xCC or 0xCD or 0xCE or 0xCF:
                return Number(bytes, ref at, 1 << (kind - 0xCC));
            case 0xD0:
                return (long)(sbyte)bytes[at++];
            case 0xD1 or 0xD2 or 0xD3:
                var size = 1 << (kind - 0xD0);
                var raw = Number(bytes, ref at, size);
                return size == 8 ? raw : (raw << (64 - (8 * size))) >> (64 - (8 * size));
            case 0xD9 or 0xDA or 0xDB:
                return Text(bytes, ref at, (int)Number(bytes, ref at, 1 << (kind - 0xD9)));
            case 0xDC or 0xDD:
                return List(bytes, ref at, (int)Number(bytes, ref at, 2 << (kind - 0xDC)));
            case 0xDE or 0xDF:
                return Map(bytes, ref at, (int)Number(bytes, ref at, 2 << (kind - 0xDE)));
            case >= 0xE0:
                return (long)(sbyte)kind;
            default:
                throw new InvalidDataException($"Byte {kind:X2}.");
        }
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, ref int at, int length)
    {
        var taken = bytes.Slice(at, length);
        at += length;
        return taken;
    }

    private static long Number(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        Span<byte> whole = stackalloc byte[8];
        whole.Clear();
        Take(bytes, ref at, size).CopyTo(whole[(8 - size)..]);
        return BinaryPrimitives.ReadInt64BigEndian(whole);
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref int at, int length) => Encoding.UTF8.GetString(Take(bytes, ref at, length));

    private static List<object?> List(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        List<object?> items = new(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(Read(bytes, ref at));
        }

        return items;
    }

    // Headers, which nobody here reads.
    private static List<object?> Map(ReadOnlySpan<byte> bytes, ref int at, int count) => List(bytes, ref at, 2 * count);

    private static void Write(MemoryStream to, object? value)
    {
        Span<byte> number = stackalloc byte[8];
        switch (value)
        {
            case null:
                to.WriteByte(0xC0);
                break;
            case bool said:
                to.WriteByte(said ? (byte)0xC3 : (byte)0xC2);
                break;
            case long or int:
                BinaryPrimitives.WriteInt64BigEndian(number, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                to.WriteByte(0xD3);
                to.Write(number);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                to.WriteByte(0xDB);
                BinaryPrimitives.WriteInt32BigEndian(number, bytes.Length);
                to.Write(number[..4]);
                to.Write(bytes);
                break;
            case Headers:
                to.WriteByte(0x80);
                break;
            case IReadOnlyList<object?> list:
                to.WriteByte((byte)(0x90 | list.Count));
                foreach (var item in list)
                {
                    Write(to, item);
                }

                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    /// <summary>The empty headers of a message.</summary>
    internal sealed class Headers
    {
        /// <summary>There is only one.</summary>
        public static readonly Headers None = new();

        private Headers()
        {
        }
    }
}
