using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PosCases.Engineering;

/// <summary>Hands bUnit the AngleSharp.Diffing that is there: see Bunit.props.</summary>
internal static class BunitAngleSharp
{
    [ModuleInitializer]
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
