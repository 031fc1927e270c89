using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PosCases.IntegrationTests.Cases.Transactions;

/// <summary>Makes workbooks, honest and hostile ones.</summary>
internal static class Workbooks
{
    /// <summary>A workbook with one sheet; texts are shared, numbers are numbers.</summary>
    public static byte[] Of(params object[][] rows)
    {
        List<string> shared = [];
        var sheet = new StringBuilder("<sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var place = $"{(char)('A' + c)}{r + 1}";
                if (rows[r][c] is string text)
                {
                    shared.Add(text);
                    sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"s\"><v>{shared.Count - 1}</v></c>");
                }
                else
                {
                    sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{Convert.ToString(rows[r][c], CultureInfo.InvariantCulture)}</v></c>");
                }
            }

            sheet.Append("</row>");
        }

        return Pack($"{sheet}</sheetData>", string.Concat(shared.Select(t => $"<si><t>{t}</t></si>")));
    }

    /// <summary>A file that must be refused.</summary>
    public static byte[] Hostile(string kind) => kind switch
    {
        "zip-bomb" => Pack(new string(' ', 6 * 1024 * 1024), ""),
        "lying-bomb" => Pack($"<sheetData>{new string(' ', 2 * 1024 * 1024)}</sheetData>", ""),
        "too-many-parts" => Pack("<sheetData/>", "", parts: 600),
        "doctype" => Pack("<sheetData/>", "<si><t>&a;</t></si>", "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">]>"),
        "cut-off" => Of(["a", "b"])[..200],
        "plain-zip" => Zip(("note.txt", "hello")),
        "old-workbook" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "web-page" => "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray(),
        "picture" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3],
        "no-header" => "1,2,3\n4,5,6\n"u8.ToArray(),
        "empty" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static byte[] Pack(string data, string shared, string prologue = "", int parts = 0) => Zip(
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
            """),
        ("_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{data}</worksheet>"),
        ("xl/sharedStrings.xml", $"{prologue}<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{shared}</sst>"),
        .. Enumerable.Range(0, parts).Select(i => ($"xl/more/{i}.xml", "<a/>")),
    ]);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return packed.ToArray();
    }
}
