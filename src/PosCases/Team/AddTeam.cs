using Microsoft.Extensions.DependencyInjection;
using PosCases.Team.Cover;

namespace PosCases.Team;

/// <summary>Registers what the team needs.</summary>
internal static class TeamRegistration
{
    /// <summary>What the team needs beside handlers and validators, which are found by themselves.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services) => services.AddSingleton(HandOverCase.Job);
}
