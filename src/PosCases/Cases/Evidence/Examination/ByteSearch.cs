namespace PosCases.Cases.Evidence.Examination;

/// <summary>Looks for marks in a stream without holding it in memory.</summary>
internal static class ByteSearch
{
    private const int BufferLength = 128 * 1024;

    /// <summary>Reads the stream from its beginning to its end.</summary>
    /// <param name="content">The bytes; wound back first.</param>
    /// <param name="marks">What to look for; at most some dozen bytes each.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Where each mark ended last, counted in bytes from the beginning; none where it is not found.</returns>
    public static async Task<IReadOnlyList<long?>> FindAsync(Stream content, IReadOnlyList<byte[]> marks, CancellationToken ct)
    {
        content.Position = 0;
        var overlap = marks.Max(m => m.Length) - 1;
        var found = new long?[marks.Count];
        var buffer = new byte[overlap + BufferLength];
        var (kept, before) = (0, 0L);
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer.AsMemory(kept), BufferLength, throwOnEndOfStream: false, ct)) > 0)
        {
            var length = kept + read;
            for (var mark = 0; mark < marks.Count; mark++)
            {
                if (buffer.AsSpan(0, length).LastIndexOf(marks[mark]) is >= 0 and var at)
                {
                    found[mark] = before + at + marks[mark].Length;
                }
            }

            kept = Math.Min(overlap, length);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            before += length - kept;
        }

        return found;
    }
}
