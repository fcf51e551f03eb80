using System.Numerics;

namespace Commutation.Subjects;

static class Numbers
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(BigInteger), "default", "BigInteger.Pow(10, 30)"),
        new(typeof(Complex), "default", "new(1, 2)"),
        new(typeof(Vector3), "default", "new(1, 2, 3)"),
        new(typeof(Matrix4x4), "default", "Matrix4x4.Identity"),
        new(typeof(Quaternion), "default", "Quaternion.Identity"),
        new(typeof(Random), "new(1)", "new(2)"),
        new(typeof(HashCode), "default", "new()"),
        new(typeof(object), "(object)0", "(object)1.5m"),
    ];
}
