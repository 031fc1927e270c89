using System.Globalization;

#pragma warning disable MA0047 // The runtime looks for a type of this name outside of any namespace.
/// <summary>Loaded by the runtime into the app (DOTNET_STARTUP_HOOKS): writes the size of its managed heap into a file, five times a second.</summary>
internal static class StartupHook
{
    /// <summary>Where it writes.</summary>
    public const string File = "UPLOAD_BENCH_HEAP";

    /// <summary>Called by the runtime before Main.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is not { } file)
        {
            return;
        }

        Thread watch = new(() =>
        {
            while (true)
            {
                System.IO.File.WriteAllText(file, GC.GetTotalMemory(forceFullCollection: false).ToString(CultureInfo.InvariantCulture));
                Thread.Sleep(200);
            }
        })
        { IsBackground = true };
        watch.Start();
    }
}
