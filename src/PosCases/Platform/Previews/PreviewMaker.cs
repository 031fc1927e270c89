using System.Globalization;
using System.Text;

namespace PosCases.Platform.Previews;

/// <summary>
/// Shows files without handing them out: pictures are drawn anew, pages become pictures, text stays text. The tools see the original only
/// in a passing folder of their own.
/// </summary>
public sealed class PreviewMaker
{
    private readonly PreviewOptions options;
    private readonly PreviewTools tools;
    private readonly PreviewCache cache;

    /// <summary>Takes the limits and the programs of this machine.</summary>
    public PreviewMaker(PreviewOptions options, Tools.ExternalTools programs)
    {
        this.options = options;
        tools = new PreviewTools(options, programs);
        cache = new PreviewCache(options);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    /// <summary>Whether pictures can be drawn anew on this machine.</summary>
    public bool DrawsPictures => tools.DrawsPictures;

    /// <summary>Whether pages of a file of this kind can be made into pictures here.</summary>
    public bool Draws(string contentType) => KindOf(contentType) switch
    {
        FileKind.Picture => tools.DrawsPictures,
        FileKind.Pdf => tools.DrawsPages,
        FileKind.Office => tools.DrawsPages && tools.ReadsOffice,
        FileKind.Text or FileKind.Other => false,
    };

    /// <summary>One page of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">How large.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Preview> ShowAsync(PreviewSource file, int page, PreviewSize size, CancellationToken ct)
    {
        var kind = KindOf(file.ContentType);
        if (kind is FileKind.Other || (kind is FileKind.Text && size != PreviewSize.Page))
        {
            return new Preview.None(NoPreview.Kind);
        }

        if (page < 1 || page > options.MostPages)
        {
            return new Preview.None(NoPreview.NoPage);
        }

        if (kind == FileKind.Text)
        {
            return page == 1 ? await ReadTextAsync(file, ct) : new Preview.None(NoPreview.NoPage);
        }

        if (!Draws(file.ContentType))
        {
            return new Preview.None(NoPreview.NoTool);
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"{size}/{page}");
        if (await cache.FindAsync(file.Key, what, ct) is { } kept)
        {
            return new Preview.Picture(kept.Bytes, page, kept.Number);
        }

        var made = await MakeAsync(file, kind, page, size, ct);
        if (made is Preview.Picture picture)
        {
            await cache.KeepAsync(file.Key, what, picture.Pages, picture.Bytes, ct);
        }

        return made;
    }

    /// <summary>Whether a file of this kind is a picture.</summary>
    public static bool IsPicture(string contentType) => KindOf(contentType) == FileKind.Picture;

    /// <summary>Writes a file as PDF: a PDF rewritten so that it can be joined with others, an office document printed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where to.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether it could be done.</returns>
    public async Task<bool> WritePdfAsync(PreviewSource file, string path, CancellationToken ct)
    {
        var kind = KindOf(file.ContentType);
        if (kind is not (FileKind.Pdf or FileKind.Office) || (kind == FileKind.Office && !tools.ReadsOffice))
        {
            return false;
        }

        using var folder = tools.NewFolder();
        var original = folder.File("in" + EndingOf(file.ContentType));
        await CopyAsync(file, original, ct);
        return (kind == FileKind.Pdf || await tools.ConvertAsync(folder, original, ct) is null)
            && await tools.RewriteAsync(folder.File("in.pdf"), path, ct);
    }

    /// <summary>Forgets what was made of a file; to be called when the file is erased.</summary>
    public void Forget(string key) => cache.Forget(key);

    private async Task<Preview> MakeAsync(PreviewSource file, FileKind kind, int page, PreviewSize size, CancellationToken ct)
    {
        using var folder = tools.NewFolder();
        var path = folder.File("in" + EndingOf(file.ContentType));
        if (kind == FileKind.Picture)
        {
            await CopyAsync(file, path, ct);
            return page == 1 ? await tools.DrawPictureAsync(folder, path, SideOf(size), ct) : new Preview.None(NoPreview.NoPage);
        }

        if (kind == FileKind.Office)
        {
            var pdf = folder.File("in.pdf");
            if (await cache.FindAsync(file.Key, "pdf", ct) is { } converted)
            {
                await File.WriteAllBytesAsync(pdf, converted.Bytes, ct);
            }
            else
            {
                await CopyAsync(file, path, ct);
                if (await tools.ConvertAsync(folder, path, ct) is { } refused)
                {
                    return new Preview.None(refused);
                }

                await cache.KeepAsync(file.Key, "pdf", 0, await File.ReadAllBytesAsync(pdf, ct), ct);
            }

            return await tools.DrawPageAsync(folder, pdf, page, SideOf(size), ct);
        }

        await CopyAsync(file, path, ct);
        return await tools.DrawPageAsync(folder, path, page, SideOf(size), ct);
    }

    private static async Task CopyAsync(PreviewSource file, string path, CancellationToken ct)
    {
        await using var content = await file.OpenAsync(ct);
        await using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(copy, ct);
    }

    private async Task<Preview> ReadTextAsync(PreviewSource file, CancellationToken ct)
    {
        await using var content = await file.OpenAsync(ct);
        var bytes = new byte[options.MostText];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        var isWhole = length < bytes.Length;
        return new Preview.Words(Decode(bytes.AsSpan(0, length), isWhole), isWhole);
    }

    // A text that is no UTF-8 is what programs here wrote before UTF-8: GB18030. A cut may fall into the middle of a character.
    private static string Decode(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        for (var cut = 0; cut < (isWhole ? 1 : 4) && cut < bytes.Length; cut++)
        {
            try
            {
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[..^cut]).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // Tried shorter, then as the other encoding.
            }
        }

        return Encoding.GetEncoding("GB18030").GetString(bytes);
    }

    private int SideOf(PreviewSize size) => size switch
    {
        PreviewSize.Page => options.PageSide,
        PreviewSize.Small => options.SmallSide,
        PreviewSize.Fine => options.FineSide,
    };

    private static FileKind KindOf(string contentType) => contentType switch
    {
        "application/pdf" => FileKind.Pdf,
        "application/vnd.ms-office" or "application/msword" or "application/vnd.ms-excel"
            or "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            or "application/vnd.openxmlformats-officedocument.presentationml.presentation" => FileKind.Office,
        "text/plain" or "text/csv" => FileKind.Text,
        // Only an untrusted reader would open it.
        "image/svg+xml" or "image/bmp" => FileKind.Other,
        _ when contentType.StartsWith("image/", StringComparison.Ordinal) => FileKind.Picture,
        _ => FileKind.Other,
    };

    // An office program tells by the ending which of its parts to use; what is inside was looked at before.
    private static string EndingOf(string contentType) => contentType switch
    {
        "application/pdf" => ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
        _ => ".bin",
    };

    private enum FileKind
    {
        Picture,
        Pdf,
        Office,
        Text,
        Other,
    }
}
