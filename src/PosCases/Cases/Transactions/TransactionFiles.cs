using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Transactions;

/// <summary>
/// Takes exports into the vault and reads them back row by row. The file lies encrypted and belongs to its case; what is read from it is
/// never held as a whole.
/// </summary>
public sealed class TransactionFiles(Vault vault, ImportLimits limits)
{
    private const int HeadLength = 512;

    /// <summary>A file in the vault that no row points to yet.</summary>
    /// <param name="Kept">What is needed to read it.</param>
    /// <param name="Shape">How its table lies in it.</param>
    public sealed record Taken(Vault.Kept Kept, TableShape Shape);

    /// <summary>Takes a file in and looks at it; nothing is left of one that is refused.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Result<Taken>> TakeAsync(Stream content, CaseId caseId, CancellationToken ct) => TakeAsync(content, caseId.Value, ct);

    /// <summary>Takes a file in that belongs to something else, e.g. an import of old cases.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="owner">What it belongs to.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<Taken>> TakeAsync(Stream content, Guid owner, CancellationToken ct)
    {
        if (await vault.TakeAsync(content, limits.LargestFile, HeadLength, ct) is not { } taken)
        {
            return new ImportFileRefused(TableRefusal.TooLarge);
        }

        var done = false;
        try
        {
            var kept = vault.Keep(taken, owner);
            var shape = await LookAsync(kept, taken.Head, ct);
            done = true;
            return new Taken(kept, shape);
        }
        catch (TableRefusedException refused)
        {
            return new ImportFileRefused(refused.Why);
        }
        finally
        {
            if (!done)
            {
                vault.Discard(taken.Name);
            }
        }
    }

    /// <summary>Removes a file that no row points to any more.</summary>
    public void Discard(string name) => vault.Discard(name);

    /// <summary>Opens a file at the first row below its header.</summary>
    /// <exception cref="TableRefusedException">It cannot be read as a table.</exception>
    /// <exception cref="FileDamagedException">It is not what was stored.</exception>
    internal async Task<RowSource> OpenAsync(Vault.Kept kept, TableShape shape, CancellationToken ct)
    {
        if (shape.Format == TableFormat.Xlsx)
        {
            var book = new XlsxTable(await InMemoryAsync(kept, ct), limits);
            return new RowSource(book.Rows(shape.Sheet).ToAsyncEnumerable(), shape.HeaderRow, book);
        }

        var content = await vault.OpenAsync(kept, ct);
        var table = new CsvTable(new StreamReader(content, TextEncodings.Named(shape.Encoding!), detectEncodingFromByteOrderMarks: true), shape.Delimiter!.Value, shape.Headers.Count, limits);
        return new RowSource(table.RowsAsync(CancellationToken.None), shape.HeaderRow, table);
    }

    private async Task<TableShape> LookAsync(Vault.Kept kept, byte[] head, CancellationToken ct)
    {
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return await LookAtWorkbookAsync(kept, ct);
        }

        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new TableRefusedException(TableRefusal.OldWorkbook);
        }

        await using var content = await vault.OpenAsync(kept, ct);
        return await TextEncodings.FindAsync(content, ct) is { } encoding
            ? await LookAtTextAsync(kept, encoding, ct)
            : throw new TableRefusedException(TableRefusal.NotATable);
    }

    private async Task<TableShape> LookAtTextAsync(Vault.Kept kept, string encoding, CancellationToken ct)
    {
        List<string> lines = [];
        using (var text = new StreamReader(await vault.OpenAsync(kept, ct), TextEncodings.Named(encoding)))
        {
            // One read is enough: the first lines of an export are short.
            var buffer = new char[32 * 1024];
            var length = await text.ReadBlockAsync(buffer.AsMemory(), ct);
            lines.AddRange(new string(buffer, 0, length).Split('\n', 60).Take(40).Select(l => l.TrimEnd('\r')));
        }

        if (lines.Find(l => l.Trim().Length > 0)?.TrimStart().StartsWith('<') is true)
        {
            throw new TableRefusedException(TableRefusal.WebPage);
        }

        var delimiter = TableProbe.DelimiterOf(lines);
        using var table = new CsvTable(new StreamReader(await vault.OpenAsync(kept, ct), TextEncodings.Named(encoding)), delimiter, columns: null, limits);
        var shape = await TableProbe.LookAsync(table.RowsAsync(ct), limits, ct) ?? throw new TableRefusedException(TableRefusal.NoHeader);
        return shape with { Encoding = encoding, Delimiter = delimiter };
    }

    private async Task<TableShape> LookAtWorkbookAsync(Vault.Kept kept, CancellationToken ct)
    {
        using var book = new XlsxTable(await InMemoryAsync(kept, ct), limits);
        for (var sheet = 0; sheet < book.SheetCount; sheet++)
        {
            if (await TableProbe.LookAsync(book.Rows(sheet).ToAsyncEnumerable(), limits, ct) is { } shape)
            {
                return shape with { Format = TableFormat.Xlsx, Sheet = sheet };
            }
        }

        throw new TableRefusedException(TableRefusal.NoHeader);
    }

    private async Task<MemoryStream> InMemoryAsync(Vault.Kept kept, CancellationToken ct)
    {
        if (kept.Size > limits.LargestWorkbook)
        {
            throw new TableRefusedException(TableRefusal.TooLarge);
        }

        await using var content = await vault.OpenAsync(kept, ct);
        var packed = new MemoryStream((int)kept.Size);
        await content.CopyToAsync(packed, ct);
        packed.Position = 0;
        return packed;
    }
}

/// <summary>The rows of an opened file below its header.</summary>
internal sealed class RowSource(IAsyncEnumerable<TableRow> rows, int headerRow, IDisposable file) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TableRow> below = rows.SkipWhile(r => r.Number <= headerRow).GetAsyncEnumerator();

    /// <summary>How many rows were read.</summary>
    public int Read { get; private set; }

    /// <summary>The next row, or none at the end.</summary>
    public async ValueTask<TableRow?> NextAsync()
    {
        if (!await below.MoveNextAsync())
        {
            return null;
        }

        Read++;
        return below.Current;
    }

    /// <summary>Passes over rows that were stored before.</summary>
    public async Task SkipAsync(int count, CancellationToken ct)
    {
        while (Read < count && await NextAsync() is not null)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await below.DisposeAsync();
        file.Dispose();
    }
}

/// <summary>The file cannot be imported.</summary>
/// <param name="Why">Why.</param>
public sealed record ImportFileRefused(TableRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Transactions.File.{Why}";
}
