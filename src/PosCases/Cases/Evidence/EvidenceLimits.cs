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

    /// <summary>Most points of a picture, width times height. Phones take pictures of up to 200 million.</summary>
    public long MostPixels { get; set; } = 220_000_000;

    /// <summary>Most entries of an archive.</summary>
    public int MostArchiveEntries { get; set; } = 2_000;

    /// <summary>Most bytes that an archive unpacks to.</summary>
    public long LargestUnpacked { get; set; } = 500L * 1024 * 1024;

    /// <summary>How many times its own size an archive may unpack to, once it is over <see cref="SmallestBomb"/>.</summary>
    public int MostRatio { get; set; } = 100;

    /// <summary>Up to here nobody asks how well something was packed, in bytes.</summary>
    public long SmallestBomb { get; set; } = 10L * 1024 * 1024;

    /// <summary>How near its end a picture may not hold the end of an archive, in bytes: that mark and its longest remark.</summary>
    public long ArchiveTail { get; set; } = 22 + ushort.MaxValue;

    /// <summary>How often all bytes of a file are compared with its hash.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a file that arrives in parts may wait for its next part; then it is given up.</summary>
    public TimeSpan UploadIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Most files of one person that are on their way in parts at once.</summary>
    public int MostUploadsOfOne { get; set; } = 20;

    /// <summary>Most files of all people that are on their way in parts at once; each needs some 200 KB of memory.</summary>
    public int MostUploads { get; set; } = 200;
}
