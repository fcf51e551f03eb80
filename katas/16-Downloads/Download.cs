// Given: nothing to change here. The file to edit is Downloader.cs.
namespace Katas.Downloads;

/// <summary>What came of an address: its page, or why there is none.</summary>
public sealed record Download(string Address, string? Page, Exception? Failure);
