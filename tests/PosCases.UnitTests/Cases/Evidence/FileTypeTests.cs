using System.Text;
using PosCases.Cases.Evidence;
using PosCases.Seeding;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class FileTypeTests
{
    public static TheoryData<string, string, byte[]> Corpus => new()
    {
        { "jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1] },
        { "a drawn png", "image/png", DemoPaper.Draw(1) },
        { "webp", "image/webp", Bytes("RIFF\0\0\0\0WEBPVP8 ") },
        { "heic of a phone", "image/heic", Bytes("\0\0\0\u0018ftypheic\0\0\0\0") },
        { "mp4", "video/mp4", Bytes("\0\0\0\u0018ftypmp42\0\0\0\0") },
        { "wav", "audio/wav", Bytes("RIFF\0\0\0\0WAVEfmt ") },
        { "pdf", "application/pdf", Bytes("%PDF-1.7\n%\u00e2\u00e3") },
        { "mail", "message/rfc822", Bytes("Received: from a\r\nFrom: bank@example.com\r\nSubject: notice\r\n\r\n<html>") },
        { "text in UTF-16", "text/plain", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("amount,1")] },
        { "old office", "application/vnd.ms-office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0] },
        { "text", "text/plain", Bytes("date,amount\r\n2026-11-20,48200.00\r\n") },
        { "text with a mark of UTF-8", "text/plain", [0xEF, 0xBB, 0xBF, .. "amount"u8] },
        { "text in GBK", "text/plain", [0xBD, 0xF0, 0xB6, 0xEE, (byte)',', (byte)'1'] },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_file_is_what_its_content_says(string what, string type, byte[] content)
    {
        Assert.NotEmpty(what);

        Assert.Equal(type, FileType.Find(content.AsSpan(0, Math.Min(content.Length, FileType.HeadLength))));
    }

    [Fact]
    public void A_mark_cut_short_is_no_mark() =>
        Assert.All([1, 2, 3, 7], length => Assert.NotEqual("image/png", FileType.Find(DemoPaper.Draw(1).AsSpan(0, length))));

    private static byte[] Bytes(string latin) => Encoding.Latin1.GetBytes(latin);
}
