using System.Globalization;
using System.Text;
using PosCases.Platform.Tools;

namespace PosCases.Platform.Previews;

/// <summary>A box on a page, in parts of its width and height: 0 is left or top, 1 right or bottom.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="X">Left side.</param>
/// <param name="Y">Upper side.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record BlackBox(int Page, double X, double Y, double Width, double Height)
{
    /// <summary>Whether it lies on a page and covers something of it.</summary>
    public bool IsSound => Page > 0 && X >= 0 && Y >= 0 && Width > 0 && Height > 0 && X + Width <= 1.0001 && Y + Height <= 1.0001;
}

/// <summary>What became of blackening a file.</summary>
public abstract record Blackened
{
    private Blackened()
    {
    }

    /// <summary>A copy in which nothing is left of what lay under the boxes: pictures of the pages, without a text layer.</summary>
    /// <param name="Bytes">JPEG for a picture, PDF otherwise.</param>
    /// <param name="ContentType">Its media type.</param>
    public sealed record Copy(byte[] Bytes, string ContentType) : Blackened;

    /// <summary>No copy was made.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record None(NoPreview Why) : Blackened;
}

/// <summary>Makes copies of files with black boxes. The pixels are painted over before the copy is encoded; the original is not touched.</summary>
/// <param name="previews">Draws the pages.</param>
/// <param name="programs">Decode and encode the pictures.</param>
/// <param name="options">The limits.</param>
public sealed class Blackening(PreviewMaker previews, ExternalTools programs, PreviewOptions options)
{
    /// <summary>Most pages of a file that is blackened.</summary>
    public const int MostPages = 60;

    /// <summary>Whether a file of this kind can be blackened on this machine.</summary>
    public bool Can(string contentType) => previews.DrawsPictures && previews.Draws(contentType);

    /// <summary>Makes the copy; every page of the file is in it, with boxes or without.</summary>
    public async Task<Blackened> MakeAsync(PreviewSource file, IReadOnlyList<BlackBox> boxes, CancellationToken ct)
    {
        List<(byte[] Jpeg, int Wide, int High)> pages = [];
        var count = 1;
        for (var page = 1; page <= count; page++)
        {
            switch (await previews.ShowAsync(file, page, PreviewSize.Fine, ct))
            {
                case Preview.Picture { Pages: > MostPages }:
                    return new Blackened.None(NoPreview.TooLarge);
                case Preview.Picture picture:
                    count = picture.Pages;
                    if (await PaintAsync(picture.Bytes, [.. boxes.Where(b => b.Page == page)], ct) is not { } painted)
                    {
                        return new Blackened.None(NoPreview.Unreadable);
                    }

                    pages.Add(painted);
                    break;
                case Preview.None none:
                    return new Blackened.None(none.Why);
                default:
                    return new Blackened.None(NoPreview.Kind);
            }
        }

        // A box on a page that is not there would be a box that somebody believes in.
        return boxes.Any(b => b.Page > count) ? new Blackened.None(NoPreview.NoPage)
            : file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? new Blackened.Copy(pages[0].Jpeg, "image/jpeg")
            : new Blackened.Copy(PicturePdf.Of(pages), "application/pdf");
    }

    private async Task<(byte[] Jpeg, int Wide, int High)?> PaintAsync(byte[] jpeg, IReadOnlyList<BlackBox> boxes, CancellationToken ct)
    {
        ToolLimits limits = new() { WallTime = options.Time, CpuTime = options.Time, Memory = options.Memory };
        using var folder = programs.NewFolder();
        var (drawn, plain, made) = (folder.File("page.jpg"), folder.File("page.ppm"), folder.File("out.jpg"));
        await File.WriteAllBytesAsync(drawn, jpeg, ct);
        if (await programs.RunAsync(Tool.Vips, ["colourspace", drawn, plain, "srgb"], limits, ct) is not ToolRun.Succeeded
            || Pixels.Read(await File.ReadAllBytesAsync(plain, ct)) is not { } pixels)
        {
            return null;
        }

        foreach (var box in boxes)
        {
            pixels.Blacken(box);
        }

        await File.WriteAllBytesAsync(plain, pixels.Bytes, ct);
        return await programs.RunAsync(Tool.Vips, ["copy", plain, $"{made}[Q=88,strip]"], limits, ct) is ToolRun.Succeeded && File.Exists(made)
            ? (await File.ReadAllBytesAsync(made, ct), pixels.Wide, pixels.High)
            : null;
    }
}

/// <summary>A picture without compression (PPM, three bytes a pixel), in which boxes are painted.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Start">Where the pixels begin.</param>
/// <param name="Wide">Pixels across.</param>
/// <param name="High">Pixels down.</param>
internal sealed record Pixels(byte[] Bytes, int Start, int Wide, int High)
{
    /// <summary>Reads the header; none when it is no such picture, or shorter than it claims.</summary>
    public static Pixels? Read(byte[] file)
    {
        var at = 2;
        if (file.Length < 8 || file[0] != 'P' || file[1] != '6' || Next() is not { } wide || Next() is not { } high || Next() is not 255)
        {
            return null;
        }

        var start = at + 1;
        return wide > 0 && high > 0 && file.LongLength >= start + (3L * wide * high) ? new Pixels(file, start, wide, high) : null;

        // Numbers are parted by blanks and by comments that run to the end of their line.
        int? Next()
        {
            while (at < file.Length && (char.IsWhiteSpace((char)file[at]) || file[at] == '#'))
            {
                at = file[at] == '#' ? Array.IndexOf(file, (byte)'\n', at) is var end and >= 0 ? end : file.Length : at + 1;
            }

            var digits = at;
            while (at < file.Length && char.IsAsciiDigit((char)file[at]))
            {
                at++;
            }

            return int.TryParse(Encoding.ASCII.GetString(file, digits, at - digits), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }

    /// <summary>Paints a box black, rounded outwards, so that no edge of what it covers is left.</summary>
    public void Blacken(BlackBox box)
    {
        var (left, right) = (Math.Max(0, (int)Math.Floor(box.X * Wide) - 1), Math.Min(Wide, (int)Math.Ceiling((box.X + box.Width) * Wide) + 1));
        var (top, bottom) = (Math.Max(0, (int)Math.Floor(box.Y * High) - 1), Math.Min(High, (int)Math.Ceiling((box.Y + box.Height) * High) + 1));
        for (var row = top; row < bottom; row++)
        {
            Bytes.AsSpan(Start + (3 * ((row * Wide) + left)), 3 * Math.Max(0, right - left)).Clear();
        }
    }
}
