using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

/// <summary>Renders the shared components in one language at one moment.</summary>
public abstract class DesignContext : BunitContext
{
    /// <summary>Noon in Shanghai on a Tuesday.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    // As long as it takes on a machine that builds and browses beside it; whoever waits goes on as soon as he may.
    static DesignContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected DesignContext()
    {
        Speak("en");
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(new StoppedClock());
        Services.AddSingleton<AntiforgeryStateProvider>(new OneToken());
        Services.AddDesign();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    sealed class OneToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
