namespace PosCases.Platform.Tools;

/// <summary>How a run of a tool ended.</summary>
public abstract record ToolRun
{
    private ToolRun()
    {
    }

    /// <summary>The tool is not on this machine.</summary>
    public sealed record Missing(Tool Tool) : ToolRun;

    /// <summary>It took longer than it may and was ended.</summary>
    public sealed record TimedOut(Tool Tool, TimeSpan After) : ToolRun;

    /// <summary>It gave up, or the system ended it for using more than it may.</summary>
    /// <param name="Tool">Which.</param>
    /// <param name="ExitCode">Its answer; 128 and more is 128 and the number of the signal that ended it.</param>
    /// <param name="LastWords">The end of what it complained of, at most 2,000 characters; may name what is in the papers, so it is not logged.</param>
    public sealed record Failed(Tool Tool, int ExitCode, string LastWords) : ToolRun;

    /// <summary>It did what it was asked to.</summary>
    /// <param name="Output">What it said, as UTF-8.</param>
    /// <param name="IsWhole">Whether all of that was kept.</param>
    public sealed record Succeeded(string Output, bool IsWhole) : ToolRun;
}
