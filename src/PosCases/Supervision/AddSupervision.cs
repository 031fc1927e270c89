using Microsoft.Extensions.DependencyInjection;

namespace PosCases.Supervision;

/// <summary>Registers what supervision needs.</summary>
internal static class SupervisionRegistration
{
    /// <summary>What supervision needs beside handlers and validators, which are found by themselves.</summary>
    public static IServiceCollection AddSupervision(this IServiceCollection services) => services.AddSingleton(DrawSample.Job);
}
