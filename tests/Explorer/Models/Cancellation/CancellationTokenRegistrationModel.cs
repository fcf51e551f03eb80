using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Registrations: taking a callback back.</summary>
[Models(typeof(CancellationTokenRegistration))]
public static class CancellationTokenRegistrationModel
{
    public static void Dispose(ref CancellationTokenRegistration registration, string site)
    {
        if (Hook.Current is not { } operation) registration.Dispose();
        else Registered.Of(operation, registration)?.Dispose(operation, site);
    }

    public static bool Unregister(ref CancellationTokenRegistration registration, string site) =>
        Hook.Current is { } operation
            ? Registered.Of(operation, registration)?.Remove(operation, site) ?? false
            : registration.Unregister();

    public static CancellationToken get_Token(ref CancellationTokenRegistration registration,
        string site) =>
        registration.Token;
}
