using Microsoft.EntityFrameworkCore;

namespace PosCases.Platform.Data;

/// <summary>One page of a list that is short enough to count.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">Rows on all pages.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Rows a full page has.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>Whether there is a page before.</summary>
    public bool HasPrevious => Number > 1;

    /// <summary>Whether there is a page after.</summary>
    public bool HasNext => (long)Number * Size < Total;
}

internal static class Paging
{
    /// <summary>Reads one page of an ordered query.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> ordered, int number, int size, CancellationToken ct)
    {
        var total = await ordered.CountAsync(ct);
        var items = await ordered.Skip((number - 1) * size).Take(size).ToListAsync(ct);
        return new Page<T>(items, total, number, size);
    }
}

/// <summary>Patterns for LIKE from what people typed; it ignores the case of Latin letters on both engines.</summary>
internal static class Like
{
    public const string Escape = "\\";

    public static string Containing(string typed) => $"%{Escaped(typed)}%";

    public static string StartingWith(string typed) => $"{Escaped(typed)}%";

    private static string Escaped(string typed) => typed
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal);
}
