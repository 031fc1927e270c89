namespace PosCases.Platform.Tools;

/// <summary>Settings of the programs of the operating system, section <c>Tools</c>.</summary>
public sealed class ToolOptions
{
    /// <summary>Where a tool is, by its name; without an entry it is looked for on the <c>PATH</c>, and an empty entry turns it off.</summary>
    public IDictionary<Tool, string> Paths { get; init; } = new Dictionary<Tool, string>();

    /// <summary>How many run at once; others wait.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Added to the niceness of each, 0 to 19: people at their screens come first.</summary>
    public int Niceness { get; init; } = 10;

    /// <summary>Where their passing files lie; the system's folder for such files when it is empty.</summary>
    public string Folder { get; init; } = "";
}

/// <summary>What a run may use; beyond it the run is ended.</summary>
public sealed record ToolLimits
{
    /// <summary>How long it may take.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one of its processes may compute.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of memory that one of its processes may address. Not held for Chromium, which sets aside far more than it uses.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>Bytes of the largest file that it may write.</summary>
    public long LargestFile { get; init; } = 256L << 20;

    /// <summary>Bytes that are kept of what it says; the rest is read and dropped.</summary>
    public int MostOutput { get; init; } = 1 << 20;
}
