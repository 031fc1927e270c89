namespace PosCases.Platform;

/// <summary>The check number of zip files and PNG pictures (CRC-32 of ISO-HDLC, reflected, polynomial 04C11DB7). It finds accidents, not intent.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Of((uint)n))];

    private uint state = uint.MaxValue;

    /// <summary>The number over all bytes so far.</summary>
    public readonly uint Value => ~state;

    /// <summary>Takes bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            state = (state >> 8) ^ Table[(byte)(state ^ value)];
        }
    }

    private static uint Of(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) == 0 ? 0 : 0xEDB88320u);
        }

        return value;
    }
}
