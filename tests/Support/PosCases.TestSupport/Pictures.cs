namespace PosCases.TestSupport;

/// <summary>Pictures for tests that care only for their kind.</summary>
public static class Pictures
{
    /// <summary>The head of a PNG of ten by ten points, and so many zeros.</summary>
    public static byte[] Png(int zeros) =>
        [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 10, 0, 0, 0, 10, 8, 2, 0, 0, 0, .. new byte[zeros]];
}
