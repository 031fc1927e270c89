namespace PosCases.Platform.Tools;

/// <summary>Looks for programs on this machine.</summary>
internal static class ToolFinder
{
    /// <summary>Where each tool is that is there.</summary>
    public static Dictionary<Tool, string> Find(ToolOptions options) =>
        Enum.GetValues<Tool>()
            .Select(tool => (Tool: tool, Path: options.Paths.TryGetValue(tool, out var set) ? Exact(set) : OnPath(ToolNames.Of(tool))))
            .Where(found => found.Path is not null)
            .ToDictionary(found => found.Tool, found => found.Path!);

    /// <summary>The first program of these names on the <c>PATH</c>.</summary>
    public static string? OnPath(params IReadOnlyList<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending))).FirstOrDefault(IsProgram);
    }

    private static string? Exact(string path) => path.Length > 0 && IsProgram(path) ? Path.GetFullPath(path) : null;

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
