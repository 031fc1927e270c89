using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.People;

/// <summary>Registers the noun People.</summary>
public static class PeopleRegistration
{
    /// <summary>Identity's core on our own store; PBKDF2 with HMAC-SHA512 as OWASP asks, well above Identity's default.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddSingleton(new SecurityOptions());
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddIdentityCore<Person>(identity =>
        {
            identity.User.AllowedUserNameCharacters = "";
            identity.Password = new PasswordOptions
            {
                RequiredLength = PersonRules.PasswordLength,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        }).AddUserStore<PersonStore>().AddPasswordValidator<UncommonPassword>();
        services.AddSingleton(provider => new TokenSeal(new Lazy<KeyRing>(provider.GetRequiredService<KeyRing>), provider.GetRequiredService<ILogger<TokenSeal>>()));
        services.AddSingleton(provider => SealSecondFactors.JobOf(provider.GetRequiredService<TokenSeal>()));
        services.AddScoped<Passwords>();
        services.AddScoped<Accounts>();
        services.AddScoped<SecondFactor>();
        services.AddSingleton<UnknownNames>();
        services.AddScoped<IActorDirectory, ActorDirectory>();
        return services;
    }
}
