namespace Verification;

/// <summary>The types that the evaluation stack tells apart (ECMA-335 III.1.1).</summary>
enum Kind
{
    Int32,
    Int64,
    Float,

    /// <summary>A native int; an unmanaged pointer is one as well, and so is a method's entry.</summary>
    Native,

    /// <summary>An object, or null; a boxed value has the type of what is in the box.</summary>
    Object,

    /// <summary>A managed pointer; the type is that of the variable it leads to.</summary>
    Address,

    /// <summary>A struct, or what may be one: a <c>T</c>.</summary>
    Struct,
}
