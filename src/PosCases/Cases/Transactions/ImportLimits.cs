namespace PosCases.Cases.Transactions;

/// <summary>Every limit of importing transactions, in one place; settings of the section <c>Transactions</c>.</summary>
public sealed class ImportLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public long LargestFile { get; set; } = 50L * 1024 * 1024;

    /// <summary>Largest workbook, in bytes: a zip file is read at its ends first, so that it lies in memory as it came.</summary>
    public long LargestWorkbook { get; set; } = 20L * 1024 * 1024;

    /// <summary>Most bytes that a workbook may unpack to.</summary>
    public long LargestUnpacked { get; set; } = 600L * 1024 * 1024;

    /// <summary>Most parts of a workbook.</summary>
    public int MostParts { get; set; } = 500;

    /// <summary>Most characters of one part of a workbook; holds whatever the zip's directory claims.</summary>
    public long MostCharacters { get; set; } = 400L * 1024 * 1024;

    /// <summary>Most texts that the cells of a workbook share.</summary>
    public int MostSharedTexts { get; set; } = 500_000;

    /// <summary>Most characters of all shared texts together.</summary>
    public int MostSharedCharacters { get; set; } = 20_000_000;

    /// <summary>Most sheets that are looked at for a header.</summary>
    public int MostSheets { get; set; } = 10;

    /// <summary>Most rows of a file.</summary>
    public int MostRows { get; set; } = 200_000;

    /// <summary>Most columns of a row.</summary>
    public int MostColumns { get; set; } = 100;

    /// <summary>Longest row, in characters.</summary>
    public int LongestRow { get; set; } = 16_000;

    /// <summary>Most lines over which a row with a line break in quotes may go.</summary>
    public int MostLinesOfRow { get; set; } = 20;

    /// <summary>Most imports of one case.</summary>
    public int MostImports { get; set; } = 50;

    /// <summary>Rows of one transaction of the database.</summary>
    public int BatchRows { get; set; } = 1_000;

    /// <summary>Batches of one run of the job; between two runs other jobs have their turn.</summary>
    public int BatchesOfRun { get; set; } = 8;

    /// <summary>Most rows that are kept to be mended; beyond them they are only counted, and the import ends.</summary>
    public int MostIssues { get; set; } = 20_000;

    /// <summary>Days after which a file that nobody started is thrown away.</summary>
    public int DaysToStart { get; set; } = 7;

    /// <summary>Most transactions that the self-check reads at once.</summary>
    public int MostChecked { get; set; } = 200_000;
}
