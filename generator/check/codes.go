package check

import "yibentong/generator/diag"

// Codes lists every rule of this package, for RULES.md.
func Codes() []*diag.Code {
	return []*diag.Code{
		lawRepealed, articleBeyond, articleTwice, phoneForm, phoneArea, phoneNeither,
		phoneSame, badURL, unknownHost, staleReview, futureDate, changesOrder,
		reviewOrder, readLater, badStage, badTopic, badClients, fewAliases,
		aliasTwice, aliasTaken, longSummary, nameTwice, codeTwice, badCode,
		badPopularity, selfReference, badParent, requiresCycle, needsSuccessor, materialOrAny,
		anyInAny, noMaterialsButSome, zeroCounts, manyCopies, conditionNames, missingForm,
		fewSteps, noFAQ, totalsDiffer, badUSCC, badDivision, lawDates,
		lawTwice, departmentEnded, vague, placeholder, fullWidth, documentNumber,
		unbalanced, halfMark, rawHTML, unsafeLink, tooNested, unknownPage, instantPromise,
		promisedLonger, stepsLonger, tripsReason, tripsOnline, tripsTwice, feeItems,
		feeFree, feeBasis, feeAmount, resultKind, noWindowNoOnline,
		bundleSteps, bundleStepTwice, bundleItemTwice, bundleItemEnded, bundleBoth, bundleBare,
		bundleAfter, bundleLike, bundleCycle, bundleCaseUnused, bundleCaseText, bundleCaseTwice, bundleWhen,
		bundleWhose, bundleOutside, bundleSources, bundleStage,
	}
}
