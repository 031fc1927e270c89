using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests;

/// <summary>Another server's core on the database of a host.</summary>
internal sealed class SecondServer(TestHost app) : IAsyncDisposable
{
    public ServiceProvider Services { get; } = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(app.Clock)
        .AddSingleton(new SecurityOptions { RequireStaffTwoFactor = false })
        .AddPosCases(CoreHosting.ReadOptions(app.Services.GetRequiredService<IConfiguration>(), app.Services.GetRequiredService<IHostEnvironment>()))
        .BuildServiceProvider();

    public Sender As(Caller caller) => new(Services.GetRequiredService<Door>(), caller);

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
