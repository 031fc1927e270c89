namespace PosCases.Platform.Tools;

/// <summary>A program of the operating system that the product uses where it is there.</summary>
public enum Tool
{
    /// <summary>Prints pages as PDF.</summary>
    Chromium,

    /// <summary>Draws the pages of a PDF as pictures.</summary>
    PdfToPpm,

    /// <summary>Takes the text out of a PDF.</summary>
    PdfToText,

    /// <summary>Joins and mends PDF files.</summary>
    Qpdf,

    /// <summary>Scales and re-encodes pictures.</summary>
    Vips,

    /// <summary>Reads the size of a picture.</summary>
    VipsHeader,

    /// <summary>Turns office documents into PDF.</summary>
    LibreOffice,
}

/// <summary>The names under which a tool is looked for.</summary>
internal static class ToolNames
{
    /// <summary>File names, most usual first.</summary>
    public static IReadOnlyList<string> Of(Tool tool) => tool switch
    {
        Tool.Chromium => ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        Tool.PdfToPpm => ["pdftoppm"],
        Tool.PdfToText => ["pdftotext"],
        Tool.Qpdf => ["qpdf"],
        Tool.Vips => ["vips"],
        Tool.VipsHeader => ["vipsheader"],
        Tool.LibreOffice => ["soffice", "libreoffice"],
    };
}
