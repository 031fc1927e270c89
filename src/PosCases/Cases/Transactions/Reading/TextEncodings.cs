using System.Text;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>Tells how a text file is written: UTF-8 and UTF-16 with or without a mark, otherwise GB18030, which holds GBK and GB2312.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name that <see cref="FindAsync"/> gave.</summary>
    public static Encoding Named(string name) => Encoding.GetEncoding(name);

    /// <summary>Looks at the whole file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Name of the encoding; none when it is no text.</returns>
    public static async Task<string?> FindAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var chars = new char[buffer.Length + 2];
        var (isUtf8, isFirst) = (true, true);
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
        {
            if (isFirst)
            {
                if (ByMark(buffer.AsSpan(0, read)) is { } marked)
                {
                    return marked;
                }

                isFirst = false;
            }

            if (buffer.AsSpan(0, read).ContainsAny((byte)0, (byte)1))
            {
                return null;
            }

            try
            {
                strict.GetChars(buffer, 0, read, chars, 0, flush: read < buffer.Length);
            }
            catch (DecoderFallbackException)
            {
                isUtf8 = false;
                strict.Reset();
            }
        }

        return isFirst ? null : isUtf8 ? "utf-8" : "gb18030";
    }

    private static string? ByMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            return "utf-8";
        }

        if (head.StartsWith([(byte)0xFF, (byte)0xFE]))
        {
            return "utf-16";
        }

        if (head.StartsWith([(byte)0xFE, (byte)0xFF]))
        {
            return "utf-16BE";
        }

        // Without a mark UTF-16 shows by its zeros: digits and delimiters have one in every second byte.
        var some = head[..Math.Min(head.Length, 4096)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < some.Length; i++)
        {
            (even, odd) = some[i] != 0 ? (even, odd) : i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return odd > some.Length / 8 && even == 0 ? "utf-16" : even > some.Length / 8 && odd == 0 ? "utf-16BE" : null;
    }
}
