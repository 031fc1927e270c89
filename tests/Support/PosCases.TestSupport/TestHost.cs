using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PosCases.TestSupport;

/// <summary>The app as it is deployed, with a data folder of its own that goes when the host does.</summary>
public class TestHost : WebApplicationFactory<Program>
{
    /// <summary>Where this host keeps its database and files.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("poscases-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Development");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
