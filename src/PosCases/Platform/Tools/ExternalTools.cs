using System.Collections.Frozen;

namespace PosCases.Platform.Tools;

/// <summary>
/// The programs of the operating system that this machine has, found once at the start. Each runs as a process of its own: without a shell,
/// with an empty home that goes afterwards, without our environment, at low priority and within limits; all that it started ends with it.
/// </summary>
public sealed class ExternalTools(ToolOptions options) : IDisposable
{
    private readonly FrozenDictionary<Tool, string> found = ToolFinder.Find(options).ToFrozenDictionary();
    private readonly Confinement confinement = Confinement.Here;
    private readonly SemaphoreSlim places = new(Math.Max(1, options.AtOnce));

    /// <summary>Whether tools cannot reach any network on this machine.</summary>
    public bool CutsNetwork => confinement.CutsNetwork;

    /// <summary>Whether the system limits their computing time, memory and files; wall time is always limited.</summary>
    public bool Limits => confinement.Limits;

    /// <summary>Whether the tool is on this machine.</summary>
    public bool IsThere(Tool tool) => found.ContainsKey(tool);

    /// <summary>Where the tool is, or none.</summary>
    public string? PathOf(Tool tool) => found.GetValueOrDefault(tool);

    /// <summary>A passing folder for what goes in and comes out; dispose of it.</summary>
    public ToolFolder NewFolder()
    {
        var parent = options.Folder.Length > 0 ? options.Folder : Path.GetTempPath();
        Directory.CreateDirectory(parent);
        return ToolFolder.Make(parent);
    }

    /// <summary>Runs a tool; waits for a place first, which does not count as its time.</summary>
    /// <param name="tool">Which.</param>
    /// <param name="arguments">Its arguments, each as it is; a file of a person must be given by a full path, so that it is never read as an option.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing of the tool is left.</exception>
    public async Task<ToolRun> RunAsync(Tool tool, IReadOnlyList<string> arguments, ToolLimits limits, CancellationToken ct)
    {
        if (PathOf(tool) is not { } path)
        {
            return new ToolRun.Missing(tool);
        }

        await places.WaitAsync(ct);
        try
        {
            using var home = NewFolder();
            var words = confinement.Wrap(tool, path, arguments, limits, options.Niceness);
            return await new ToolProcess(tool, limits, home.Path, confinement.OwnSession).RunAsync(words, ct);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
