namespace PosCases.Cases.Evidence;

/// <summary>Every limit of handing in papers, in one place; settings of the section <c>Evidence</c>.</summary>
public sealed class EvidenceLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public long LargestFile { get; set; } = 50L * 1024 * 1024;

    /// <summary>Most files of one case.</summary>
    public int MostFiles { get; set; } = 200;

    /// <summary>Longest label of a file, in characters.</summary>
    public int LongestName { get; set; } = 120;
}
