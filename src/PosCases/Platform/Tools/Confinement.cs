using System.Diagnostics;
using System.Globalization;

namespace PosCases.Platform.Tools;

/// <summary>
/// The small programs put before a tool, each replacing itself by the next, so that it runs at low priority, in a session of its own,
/// without a network and within limits. Where one is not on the machine, its part is left out.
/// </summary>
internal sealed class Confinement
{
    private static readonly Lazy<Confinement> Found = new(() => new Confinement());

    private readonly string? nice = ToolFinder.OnPath("nice");
    private readonly string? session = ToolFinder.OnPath("setsid");
    private readonly string? limits = ToolFinder.OnPath("prlimit");
    private readonly string[] offline = Offline();

    private Confinement()
    {
    }

    /// <summary>What this machine has of it; looked for once.</summary>
    public static Confinement Here => Found.Value;

    /// <summary>Whether tools cannot reach any network.</summary>
    public bool CutsNetwork => offline.Length > 0;

    /// <summary>Whether computing time, memory and size of files are limited by the system.</summary>
    public bool Limits => limits is not null;

    /// <summary>Whether a tool leads a session of its own, so that all of it can be ended.</summary>
    public bool OwnSession => session is not null;

    /// <summary>The words of the whole command, program first.</summary>
    public List<string> Wrap(Tool tool, string path, IReadOnlyList<string> arguments, ToolLimits may, int niceness)
    {
        List<string> words = [];
        if (nice is not null)
        {
            words.AddRange([nice, "-n", niceness.ToString(CultureInfo.InvariantCulture)]);
        }

        if (session is not null)
        {
            words.Add(session);
        }

        words.AddRange(offline);
        if (limits is not null)
        {
            words.AddRange([limits, $"--cpu={Math.Max(1, (long)Math.Ceiling(may.CpuTime.TotalSeconds))}", $"--fsize={may.LargestFile}", "--core=0"]);
            if (tool != Tool.Chromium)
            {
                words.Add($"--as={may.Memory}");
            }

            words.Add("--");
        }

        words.Add(path);
        words.AddRange(arguments);
        return words;
    }

    // Root may leave the network without more; anybody else only where the system lets people make namespaces.
    private static string[] Offline()
    {
        if (ToolFinder.OnPath("unshare") is not { } unshare || ToolFinder.OnPath("true") is not { } nothing)
        {
            return [];
        }

        string[][] ways = [[unshare, "--net"], [unshare, "--user", "--map-current-user", "--net"]];
        return ways.FirstOrDefault(way => Works([.. way, nothing])) ?? [];
    }

    private static bool Works(string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
            })!;
            process.StandardInput.Close();
            return process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
