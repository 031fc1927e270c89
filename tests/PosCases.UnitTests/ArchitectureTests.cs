using System.Reflection;

namespace PosCases.UnitTests;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_core_knows_no_screen()
    {
        AssemblyName[] references = Assembly.Load("PosCases").GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name.Name!.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.Name == "Microsoft.AspNetCore.Http.Abstractions");
    }
}
