namespace Soundness.Real;

/// <summary>Type arguments without end: each gives a generic program statics of its own.</summary>
static class RunTypes
{
    static readonly Type[] digits =
    [
        typeof(object), typeof(string), typeof(Uri), typeof(Version), typeof(Exception),
        typeof(Random), typeof(Thread), typeof(Task), typeof(Delegate), typeof(Type),
    ];

    public static Type Of(int number) => typeof(Run<,,>).MakeGenericType(
        digits[number / 100 % 10], digits[number / 10 % 10], digits[number % 10]);

    sealed class Run<T1, T2, T3>;
}
