using System.Globalization;
using System.Text;

namespace PosCases.Platform.Previews;

/// <summary>Writes a PDF whose pages are pictures and nothing else: no text layer, no metadata, nothing that runs.</summary>
internal static class PicturePdf
{
    private const double A4Long = 841.89;

    /// <summary>A PDF with a page for each picture; the longer side of a page is that of A4.</summary>
    /// <param name="pages">JPEG in three colours, with its size in pixels.</param>
    public static byte[] Of(IReadOnlyList<(byte[] Jpeg, int Wide, int High)> pages)
    {
        using MemoryStream file = new();
        List<long> places = [];
        Text("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] >>");
        foreach (var (index, (jpeg, wide, high)) in pages.Index())
        {
            var scale = A4Long / Math.Max(wide, high);
            var size = string.Create(CultureInfo.InvariantCulture, $"{wide * scale:0.##} {high * scale:0.##}");
            var drawn = string.Create(CultureInfo.InvariantCulture, $"q {wide * scale:0.##} 0 0 {high * scale:0.##} 0 0 cm /I Do Q");
            var first = 3 + (3 * index);
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents {first + 1} 0 R /Resources << /XObject << /I {first + 2} 0 R >> >> >>");
            Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
            Begin();
            Text($"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n");
            file.Write(jpeg);
            Text("\nendstream\nendobj\n");
        }

        var start = file.Length;
        Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => Text(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        Text($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Add(string content)
        {
            Begin();
            Text($"{content}\nendobj\n");
        }

        void Begin()
        {
            places.Add(file.Length);
            Text($"{places.Count} 0 obj\n");
        }

        void Text(string words) => file.Write(Encoding.Latin1.GetBytes(words));
    }
}
