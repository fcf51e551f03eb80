namespace Weaving;

/// <summary>An assembly and its portable PDB, in memory.</summary>
public readonly record struct WovenImage(byte[] Dll, byte[] Pdb);
