using Interleavings.Scheduling;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Scheduling;

/// <summary>What a location lists of the events at it.</summary>
public sealed class LocationTests
{
    private const int Steps = 500;

    /// <summary>Against a search through a plain list, while events come and are taken back.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void The_last_conflict_is_what_a_search_finds(int seed)
    {
        var random = new Random(seed);
        var location = new Identities().Location(new(LocationName.Statics, 0, seed));
        var modes = new List<AccessMode>();
        for (var i = 0; i < Steps; i++)
        {
            if (modes.Count > 0 && random.Next(3) == 0)
            {
                location.RemoveLast();
                modes.RemoveAt(modes.Count - 1);
            }
            else
            {
                // Mostly reads, as it is.
                var mode = random.Next(3) == 0 ? random.GetItems(Enum.GetValues<AccessMode>(), 1)[0] : AccessMode.Read;
                location.Append(i, mode);
                modes.Add(mode);
            }
            for (var position = -1; position < modes.Count; position++)
            {
                location.LastConflict(position, AccessMode.Write).ShouldBe(position);
                location.LastConflict(position, AccessMode.Read).ShouldBe(
                    modes[..(position + 1)].FindLastIndex(mode => Access.Conflict(mode, AccessMode.Read)));
            }
        }
    }
}
