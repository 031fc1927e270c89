using System.Diagnostics;
using PosCases.Platform.Tools;

namespace PosCases.UnitTests.Platform.Tools;

/// <summary>How programs are run, with the shell standing in for a tool.</summary>
public sealed class ExternalToolsTests : IDisposable
{
    private static readonly ToolLimits Small = new()
    {
        WallTime = TimeSpan.FromSeconds(20),
        CpuTime = TimeSpan.FromSeconds(2),
        Memory = 512L << 20,
        LargestFile = 64 * 1024,
        MostOutput = 1000,
    };

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("poscases-test-");
    private readonly ExternalTools tools;

    public ExternalToolsTests()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh to stand in for a tool.");
        tools = new ExternalTools(new ToolOptions
        {
            Paths = { [Tool.Qpdf] = "/bin/sh", [Tool.Chromium] = "/bin/sh", [Tool.Vips] = "", [Tool.PdfToPpm] = "/not/there" },
            AtOnce = 1,
            Folder = parent.FullName,
        });
    }

    public void Dispose()
    {
        tools.Dispose();
        parent.Delete(recursive: true);
    }

    private Task<ToolRun> RunAsync(string script, ToolLimits? limits = null, CancellationToken? ct = null) =>
        tools.RunAsync(Tool.Qpdf, ["-c", script], limits ?? Small, ct ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_a_tool_says_comes_back() =>
        Assert.Equal(new ToolRun.Succeeded("\u6536\u5230\n", true), await RunAsync("echo \u6536\u5230"));

    [Fact]
    public async Task A_tool_that_gives_up_says_why()
    {
        var failed = Assert.IsType<ToolRun.Failed>(await RunAsync("echo broken >&2; exit 7"));

        Assert.Equal((7, "broken\n"), (failed.ExitCode, failed.LastWords));
    }

    [Fact]
    public async Task A_missing_tool_is_an_answer_and_an_empty_path_turns_one_off()
    {
        Assert.False(tools.IsThere(Tool.Vips));
        Assert.False(tools.IsThere(Tool.PdfToPpm));
        Assert.Equal(new ToolRun.Missing(Tool.Vips), await tools.RunAsync(Tool.Vips, [], Small, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Arguments_meet_no_shell()
    {
        var run = await tools.RunAsync(Tool.Qpdf, ["-c", "printf '%s' \"$1\"", "sh", "a b; echo \"$HOME\" `id` $(id) *"], Small, TestContext.Current.CancellationToken);

        Assert.Equal(new ToolRun.Succeeded("a b; echo \"$HOME\" `id` $(id) *", true), run);
    }

    [Fact]
    public async Task A_tool_sees_none_of_our_environment_and_its_home_goes()
    {
        Environment.SetEnvironmentVariable("POSCASES_SECRET_FOR_TEST", "secret");

        var seen = Assert.IsType<ToolRun.Succeeded>(await RunAsync("env; ls -A \"$HOME\"; touch \"$HOME/left\"; pwd")).Output;

        Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
        Assert.Contains("HOME=" + parent.FullName, seen, StringComparison.Ordinal);
        Assert.Empty(parent.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_slow_tool_is_ended_with_all_that_it_started()
    {
        var clock = Stopwatch.StartNew();
        var mark = Path.Combine(parent.FullName, "pids");

        var run = await RunAsync($"sleep 300 & echo $! > {mark}; setsid sleep 301 & echo $! >> {mark}; wait", Small with { WallTime = TimeSpan.FromSeconds(1) });

        Assert.Equal(new ToolRun.TimedOut(Tool.Qpdf, TimeSpan.FromSeconds(1)), run);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15));
        await GoneAsync(mark);
    }

    [Fact]
    public async Task What_a_tool_leaves_running_behind_itself_is_ended()
    {
        var mark = Path.Combine(parent.FullName, "pids");

        Assert.IsType<ToolRun.Succeeded>(await RunAsync($"sleep 302 > /dev/null 2>&1 & echo $! > {mark}"));

        await GoneAsync(mark);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_nothing_running()
    {
        var mark = Path.Combine(parent.FullName, "pids");
        using var ended = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync($"sleep 303 & echo $! > {mark}; wait", ct: ended.Token));

        await GoneAsync(mark);
    }

    [Fact]
    public async Task A_tool_that_talks_without_end_fills_no_memory()
    {
        var run = Assert.IsType<ToolRun.Succeeded>(await RunAsync("head -c 3000000 /dev/zero | tr '\\0' x; head -c 3000000 /dev/zero | tr '\\0' y >&2"));

        Assert.Equal((1000, false), (run.Output.Length, run.IsWhole));
    }

    [Fact]
    public async Task The_last_words_are_the_end_of_what_was_said()
    {
        var run = Assert.IsType<ToolRun.Failed>(await RunAsync("head -c 100000 /dev/zero | tr '\\0' y >&2; printf end >&2; exit 1"));

        Assert.Equal(2000, run.LastWords.Length);
        Assert.EndsWith("yend", run.LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computing_without_end_is_ended_by_the_system()
    {
        NeedsLimits();
        var clock = Stopwatch.StartNew();

        Assert.IsType<ToolRun.Failed>(await RunAsync("while :; do :; done", Small with { CpuTime = TimeSpan.FromSeconds(1), WallTime = TimeSpan.FromSeconds(60) }));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_not_written()
    {
        NeedsLimits();
        var file = Path.Combine(parent.FullName, "large");

        Assert.IsType<ToolRun.Failed>(await RunAsync($"head -c 200000 /dev/zero > {file} || exit 9"));

        Assert.True(new FileInfo(file).Length <= Small.LargestFile);
    }

    [Fact]
    public async Task Memory_is_limited_but_for_Chromium_which_sets_aside_more_than_it_uses()
    {
        NeedsLimits();

        Assert.Equal(new ToolRun.Succeeded("524288\n", true), await RunAsync("ulimit -v"));
        Assert.Equal(
            new ToolRun.Succeeded("unlimited\n", true),
            await tools.RunAsync(Tool.Chromium, ["-c", "ulimit -v"], Small, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_so_many_run_at_once()
    {
        var mark = Path.Combine(parent.FullName, "running");
        var script = $"if [ -e {mark} ]; then echo two; fi; touch {mark}; sleep 0.3; rm {mark}";

        var runs = await Task.WhenAll(RunAsync(script), RunAsync(script), RunAsync(script));

        Assert.All(runs, run => Assert.Equal(new ToolRun.Succeeded("", true), run));
    }

    [Fact]
    public async Task A_tool_reaches_no_network_where_the_system_allows_to_cut_it()
    {
        Assert.SkipUnless(tools.CutsNetwork, "This system does not let the network be cut.");

        var run = Assert.IsType<ToolRun.Succeeded>(await RunAsync("cat /proc/net/dev"));

        Assert.Equal(["lo"], run.Output.Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal)).Select(l => l.Split(':')[0].Trim()));
    }

    [Fact]
    public void A_passing_folder_is_private_and_goes()
    {
        string path;
        using (var folder = tools.NewFolder())
        {
            path = folder.Path;
            File.WriteAllText(folder.File("a.txt"), "x");
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            }

            Assert.Throws<ArgumentException>(() => folder.File("../a"));
        }

        Assert.False(Directory.Exists(path));
    }

    private void NeedsLimits() => Assert.SkipUnless(tools.Limits, "There is no prlimit on this system.");

    private static async Task GoneAsync(string mark)
    {
        foreach (var number in await File.ReadAllLinesAsync(mark, TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < 50 && IsRunning(number); i++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            Assert.False(IsRunning(number), $"Process {number} is still there.");
        }
    }

    // A zombie that nobody has waited for yet runs no more.
    private static bool IsRunning(string number) =>
        File.Exists($"/proc/{number}/stat") && File.ReadAllText($"/proc/{number}/stat").Split(") ")[1][0] != 'Z';
}
