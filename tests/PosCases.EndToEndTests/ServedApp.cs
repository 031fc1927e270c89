using PosCases.TestSupport;

namespace PosCases.EndToEndTests;

/// <summary>The app on a real port of this machine, for a browser.</summary>
public class ServedApp : TestHost
{
    public ServedApp()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;
}
