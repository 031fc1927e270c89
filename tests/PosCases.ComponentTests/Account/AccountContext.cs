using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using PosCases.Web.Account;
using PosCases.Web.Design;
using PosCases.Web.Hosting;

namespace PosCases.ComponentTests.Account;

/// <summary>What the pages about accounts need to be rendered.</summary>
public abstract class AccountContext : BunitContext
{
    protected AccountContext()
    {
        Services.AddDesign();
        Services.AddSingleton<IMediator>(Mediator);
        Services.AddSingleton(new DemoSignIns { Password = "demo password" });
        Services.AddSingleton<IHostEnvironment>(new Development());
        Services.AddSingleton(new LinkTokens(new EphemeralDataProtectionProvider()));
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        SetRendererInfo(new("Static", isInteractive: false));
    }

    protected RecordingMediator Mediator { get; } = new();

    /// <summary>From here on in this language.</summary>
    protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "PosCases.Web";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
