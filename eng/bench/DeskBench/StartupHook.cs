#pragma warning disable MA0047 // The runtime looks for a type of this name outside of any namespace.
/// <summary>Loaded by the runtime into the app (DOTNET_STARTUP_HOOKS), so that the host finds this assembly by its name.</summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime before Main.</summary>
    public static void Initialize()
    {
        // What is wanted is in Floor; being loaded is enough.
    }
}
