using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace PosCases.Platform.Tools;

/// <summary>One run of a tool: a process with nothing of ours but its arguments, of which nothing is left afterwards.</summary>
internal sealed partial class ToolProcess(Tool tool, ToolLimits limits, string home, bool ownSession)
{
    private const int KillSignal = 9;
    private const int LastWordsLength = 2000;

    /// <summary>Runs it to its end, or ends it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing of the tool is left.</exception>
    public async Task<ToolRun> RunAsync(List<string> words, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(words) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new ToolRun.Missing(tool);
        }

        var number = process.Id;
        try
        {
            process.StandardInput.Close();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
            time.CancelAfter(limits.WallTime);
            return await FollowAsync(process, time.Token, ct);
        }
        finally
        {
            End(process, number);
        }
    }

    private async Task<ToolRun> FollowAsync(Process process, CancellationToken time, CancellationToken ct)
    {
        var said = DrainAsync(process.StandardOutput.BaseStream, limits.MostOutput, keepsEnd: false, time);
        var complained = DrainAsync(process.StandardError.BaseStream, LastWordsLength * 4, keepsEnd: true, time);
        try
        {
            await process.WaitForExitAsync(time);
            // A child that it left behind holds the pipes open: whoever does not speak within the time is ended.
            var (output, isWhole) = await said;
            var (words, _) = await complained;
            return process.ExitCode == 0
                ? new ToolRun.Succeeded(output, isWhole)
                : new ToolRun.Failed(tool, process.ExitCode, words.Length > LastWordsLength ? words[^LastWordsLength..] : words);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ToolRun.TimedOut(tool, limits.WallTime);
        }
    }

    private static async Task<(string Text, bool IsWhole)> DrainAsync(Stream stream, int most, bool keepsEnd, CancellationToken time)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isWhole = true;
        int read;
        while ((read = await stream.ReadAsync(buffer, time)) > 0)
        {
            var fits = (int)Math.Min(read, most - kept.Length);
            if (fits < read && keepsEnd)
            {
                Shift(kept, read - fits);
                fits = Math.Min(read, most);
                kept.Write(buffer, read - fits, fits);
            }
            else
            {
                kept.Write(buffer, 0, fits);
            }

            isWhole &= fits == read;
        }

        return (Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length), isWhole);
    }

    private static void Shift(MemoryStream kept, int by)
    {
        var left = kept.ToArray().AsSpan(Math.Min(by, (int)kept.Length)).ToArray();
        kept.SetLength(0);
        kept.Write(left);
    }

    private ProcessStartInfo Describe(List<string> words)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment.TryGetValue("PATH", out var given) ? given : null;
        var system = OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("SystemRoot") : null;
        // Our own environment holds connection strings and keys.
        start.Environment.Clear();
        foreach (var name in (string[])["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"])
        {
            start.Environment[name] = home;
        }

        start.Environment["PATH"] = path;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["SAL_USE_VCLPLUGIN"] = "svp";
        if (system is not null)
        {
            start.Environment["SystemRoot"] = system;
        }

        return start;
    }

    private void End(Process process, int number)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself; what it left behind is in its session.
        }

        if (ownSession && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
        {
            // It led its session; the group bears its number, also when it is gone and a child is not.
            _ = Kill(-number, KillSignal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
