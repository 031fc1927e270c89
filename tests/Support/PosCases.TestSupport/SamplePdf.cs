using System.Globalization;
using System.Text;

namespace PosCases.TestSupport;

/// <summary>Writes small PDF files whose pages bear a word each.</summary>
public static class SamplePdf
{
    /// <summary>A file with a page for each word, A4 unless said otherwise.</summary>
    public static byte[] Of(IReadOnlyList<string> words, int wide = 595, int high = 842)
    {
        StringBuilder file = new("%PDF-1.4\n");
        List<int> places = [];
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {words.Count} /Kids [{string.Join(' ', words.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>"));
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        foreach (var (index, word) in words.Index())
        {
            var drawn = $"BT /F1 40 Tf 60 {high / 2} Td ({word}) Tj ET";
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {5 + (2 * index)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());

        void Add(string content)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }
    }
}
